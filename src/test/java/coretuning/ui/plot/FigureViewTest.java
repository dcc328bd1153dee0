package coretuning.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.Figure;
import coretuning.figure.NoDataFigure;
import coretuning.figure.Style;
import coretuning.testing.Sketch;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FigureViewTest {
  private FigureView view;
  private StackPane root;

  @Start
  void start(Stage stage) {
    view = new FigureView("Export PNG…");
    root = new StackPane(view);
    stage.setScene(new Scene(root, 400, 300));
    stage.show();
  }

  /// A figure of one colour.
  private static Figure plain(Color color) {
    return (Sketch)
        (graphics, width, height, style) -> {
          graphics.setColor(color);
          graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        };
  }

  private Image image() {
    return ((ImageView) view.getChildrenUnmodifiable().getFirst()).getImage();
  }

  private void awaitPixel(int argb) throws Exception {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> image() != null && image().getPixelReader().getArgb(5, 5) == argb);
  }

  @Test
  void theFigureIsPaintedAtTheSizeOfTheNode() throws Exception {
    Platform.runLater(() -> view.setFigure(plain(Color.RED)));

    awaitPixel(0xffff0000);

    assertThat(image().getWidth()).isEqualTo(400);
    assertThat(image().getHeight()).isEqualTo(300);
  }

  @Test
  void aNewSizeIsPaintedAnew() throws Exception {
    Platform.runLater(() -> view.setFigure(plain(Color.BLUE)));
    awaitPixel(0xff0000ff);

    Platform.runLater(() -> view.setMaxSize(200, 150));

    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> image().getWidth() == 200);
    assertThat(image().getHeight()).isEqualTo(150);
  }

  @Test
  void theStyleReachesTheFigure() throws Exception {
    Platform.runLater(() -> view.setFigureStyle(Style.DARK));

    awaitPixel(Style.DARK.background().getRGB());
  }

  @Test
  void aSlowFigureNeverBlocksTheWindowAndOnlyTheNewestIsPaintedNext() throws Exception {
    var mayEnd = new CountDownLatch(1);
    var hasBegun = new CountDownLatch(1);
    var others = new AtomicInteger();
    Figure slow =
        (Sketch)
            (graphics, width, height, style) -> {
              hasBegun.countDown();
              try {
                mayEnd.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            };
    Figure skipped = (Sketch) (graphics, width, height, style) -> others.incrementAndGet();
    Platform.runLater(() -> view.setFigure(slow));
    assertThat(hasBegun.await(10, TimeUnit.SECONDS)).isTrue();

    Platform.runLater(() -> {
      view.setFigure(skipped);
      view.setFigure((Sketch) (graphics, width, height, style) -> others.addAndGet(0));
      view.setFigure(plain(Color.GREEN));
    });
    var alive = new CountDownLatch(1);
    Platform.runLater(alive::countDown);

    assertThat(alive.await(10, TimeUnit.SECONDS)).isTrue();
    mayEnd.countDown();
    awaitPixel(0xff00ff00);
    assertThat(others).hasValue(0);
  }

  @Test
  void aFigureThatCannotBeDrawnIsReportedInItsPlace() throws Exception {
    Platform.runLater(() -> {
      view.setFigureStyle(Style.DARK);
      view.setFigure(
          (Sketch)
              (graphics, width, height, style) -> {
                throw new IllegalStateException("broken");
              });
    });

    awaitPixel(Style.DARK.background().getRGB());
  }

  @Test
  void thePointerIsReportedInTheFiguresPixels(FxRobot robot) {
    List<FigurePoint> hovered = new ArrayList<>();
    List<FigurePoint> clicked = new ArrayList<>();
    var exits = new AtomicInteger();
    robot.interact(() -> {
      view.setOnHovered(hovered::add);
      view.setOnClicked(clicked::add);
      view.setOnLeft(exits::incrementAndGet);
      view.setMaxSize(200, 150);
    });

    robot.moveTo(view).clickOn(MouseButton.PRIMARY);
    exits.set(0);
    robot.moveTo(root, Pos.TOP_LEFT, new Point2D(3, 3), Motion.DIRECT);

    assertThat(hovered).isNotEmpty();
    assertThat(clicked).containsExactly(new FigurePoint(100, 75, 200, 150));
    assertThat(exits).hasValue(1);
  }

  @Test
  void theFigureIsExportedByButtonAndByMenu(FxRobot robot) {
    List<Figure> exported = new ArrayList<>();
    Figure figure = new NoDataFigure("mine");
    robot.interact(() -> {
      view.setOnExport(exported::add);
      view.setFigure(figure);
    });

    robot.moveTo(view).clickOn(".figure-export");
    robot.rightClickOn(view).clickOn(".context-menu .menu-item");

    assertThat(exported).containsExactly(figure, figure);
  }
}
