package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.CurveFigure;
import coretuning.ui.plot.FigureView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The curves: how long it will take, and the same moment in all of them.
@ExtendWith(ApplicationExtension.class)
class TrainingJourneyTest {
  @TempDir static Path folder;
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    window = OpenWindow.in(Files.createTempDirectory(folder, "training"));
    laboratory = window.laboratory();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  /// Those on display, from left to right.
  private List<FigureView> curves() {
    return window.stage().getScene().getRoot().lookupAll(".figure-view").stream()
        .filter(Journey::isShown)
        .map(FigureView.class::cast)
        .filter(view -> view.getFigure() instanceof CurveFigure)
        .sorted(Comparator.comparing(view -> view.localToScene(0, 0).getX()))
        .toList();
  }

  private CurveFigure drawn(int pane) {
    return (CurveFigure) curves().get(pane).getFigure();
  }

  /// What stands beside the line in a pane; empty while there is no line.
  private String reading(int pane) {
    Parent picture = curves().get(pane).getParent();
    Node line = picture.lookup(".curve-cursor");
    Label text = (Label) picture.lookup(".popup-card");
    assertThat(text.isVisible()).isEqualTo(line.isVisible());
    return text.isVisible() ? text.getText() : "";
  }

  private void hover(FxRobot robot, int pane, double share) {
    robot.interact(() -> {
      FigureView view = curves().get(pane);
      Mouse.hover(view, new Point2D(view.getWidth() * share, view.getHeight() / 2));
    });
  }

  private static <T> T first(FxRobot robot, String query, Class<T> type) {
    return robot.lookup(query).queryAll().stream()
        .filter(Journey::isShown)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /// By the position in the list of measures: terms, loss over steps, learning rate.
  private void show(FxRobot robot, int measure) {
    Node pane = curves().getFirst().getParent().getParent();
    ComboBox<?> choice = (ComboBox<?>) pane.lookup(".combo-box");
    robot.interact(() -> choice.getSelectionModel().select(measure));
  }

  @Test
  void aRunningJobSaysHowLongItWillTakeAndOneMomentIsReadInAllCurves(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    laboratory.epochs.release(2);
    // 7,000 of 10,000 images to go at 1,830 a second.
    journey.await(() -> journey.reads("CE-tuning, epoch 3 of 10, 1,830 images/s, 4 s left"));
    laboratory.epochs.release(100);
    journey.await(() -> journey.reads("Compare CE-tuning and Core-tuning – finished"));
    assertThat(curves()).hasSize(2);

    show(robot, 2);
    assertThat(drawn(0).xLabel()).isEqualTo("step");
    hover(robot, 1, 0.6);
    assertThat(reading(1)).matches("(?s)Epoch \\d+\nCE-tuning  [0-9.]+\nCore-tuning  [0-9.]+");
    int epoch = Integer.parseInt(reading(1).lines().findFirst().orElseThrow().substring(6));
    assertThat(reading(0))
        .startsWith("Step " + 20 * epoch + ", epoch " + epoch + "\n")
        .contains("CE-tuning  ", "Core-tuning  ");
    hover(robot, 0, 0.6);
    assertThat(reading(0)).matches("(?s)Step \\d+, epoch \\d+\n.*");
    assertThat(reading(1)).startsWith("Epoch ");
    robot.interact(() -> Event.fireEvent(curves().getFirst(), left()));
    assertThat(reading(0)).isEmpty();
    assertThat(reading(1)).isEmpty();

    robot.interact(first(robot, "log", ToggleButton.class)::fire);
    assertThat(drawn(0).isLogarithmic()).isTrue();
    assertThat(drawn(1).isLogarithmic()).isFalse();
    Slider smoothing = robot.lookup("#smoothing").queryAs(Slider.class);
    robot.interact(() -> smoothing.setValue(0.5));
    assertThat(drawn(0).smoothing()).isEqualTo(0.5);
    assertThat(drawn(1).smoothing()).isEqualTo(0.5);

    show(robot, 5);
    assertThat(drawn(0).yLabel()).isEqualTo("learning rate");
    assertThat(drawn(0).series()).hasSize(2);
    double[] rates = drawn(0).series().getFirst().y();
    // Half a cosine from 0.01 over ten epochs.
    assertThat(rates).hasSize(10);
    assertThat(rates[4]).isEqualTo(0.005);
    assertThat(rates[9]).isZero();
  }

  private static MouseEvent left() {
    return new MouseEvent(
        MouseEvent.MOUSE_EXITED,
        0,
        0,
        0,
        0,
        javafx.scene.input.MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
