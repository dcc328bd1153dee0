package coretuning.ui.compare;

import coretuning.figure.ConfusionFigure;
import coretuning.result.Embedding;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Pick;
import coretuning.ui.support.SampleSelection;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// A run's confusion matrix: a click on a cell selects the recorded samples that belong to it, and
/// cells with selected samples are framed, with their number.
final class ConfusionCard extends StackPane {
  private static final double FRAME = 2;
  private static final double LEAST_CELL_WITH_NUMBER = 22;

  private final FigureView view;
  private final ConfusionFigure figure;
  private final LiveRun run;
  private final SampleSelection selection;
  private final Canvas marks = new Canvas();

  ConfusionCard(FigureView view, ConfusionFigure figure, LiveRun run, SampleSelection selection) {
    this.view = view;
    this.figure = figure;
    this.run = run;
    this.selection = selection;
    view.setFigure(figure);
    view.setCursor(Cursor.HAND);
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    view.widthProperty().subscribe(this::requestLayout);
    view.heightProperty().subscribe(this::requestLayout);
    view.figureStyleProperty().subscribe(this::requestLayout);
    marks.setManaged(false);
    marks.setMouseTransparent(true);
    getStyleClass().add("figure-card");
    getChildren().addAll(view, marks);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      figure
          .cellAt(
              event.getX(), event.getY(), view.getWidth(), view.getHeight(), view.getFigureStyle())
          .ifPresent(cell ->
              selection.pick(samples(cell), Pick.of(event.isShiftDown(), event.isShortcutDown())));
    }
  }

  private Optional<Embedding> recorded() {
    return run.newest().map(snapshot -> snapshot.embedding());
  }

  /// Ids of the recorded samples of a cell.
  private BitSet samples(ConfusionFigure.Cell cell) {
    var samples = new BitSet();
    recorded()
        .ifPresent(all -> {
          for (int row = 0; row < all.size(); row++) {
            if (all.labels()[row] == cell.label() && all.predictions()[row] == cell.prediction()) {
              samples.set(all.samples()[row]);
            }
          }
        });
    return samples;
  }

  /// Selected samples of each cell that has any.
  private Map<ConfusionFigure.Cell, Integer> selected() {
    var counts = new HashMap<ConfusionFigure.Cell, Integer>();
    recorded()
        .ifPresent(all -> {
          for (int row = 0; row < all.size(); row++) {
            if (selection.get().contains(all.samples()[row])) {
              var cell = new ConfusionFigure.Cell(all.labels()[row], all.predictions()[row]);
              counts.merge(cell, 1, Integer::sum);
            }
          }
        });
    return counts;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    marks.setWidth(view.getWidth());
    marks.setHeight(view.getHeight());
    marks.relocate(view.getLayoutX(), view.getLayoutY());
    GraphicsContext context = marks.getGraphicsContext2D();
    context.clearRect(0, 0, marks.getWidth(), marks.getHeight());
    selected().forEach((cell, count) -> mark(context, cell, count));
  }

  private void mark(GraphicsContext context, ConfusionFigure.Cell cell, int count) {
    Rectangle2D area = figure.area(cell, view.getWidth(), view.getHeight(), view.getFigureStyle());
    java.awt.Color ink = view.getFigureStyle().foreground();
    context.setStroke(Color.rgb(ink.getRed(), ink.getGreen(), ink.getBlue()));
    context.setLineWidth(FRAME);
    context.strokeRect(
        area.getX() + FRAME / 2,
        area.getY() + FRAME / 2,
        area.getWidth() - FRAME,
        area.getHeight() - FRAME);
    if (area.getHeight() >= LEAST_CELL_WITH_NUMBER) {
      java.awt.Color paper = view.getFigureStyle().background();
      String text = Integer.toString(count);
      double width = 6 * text.length() + 5;
      context.setFill(Color.rgb(ink.getRed(), ink.getGreen(), ink.getBlue()));
      context.fillRect(area.getMaxX() - width, area.getY(), width, 12);
      context.setFill(Color.rgb(paper.getRed(), paper.getGreen(), paper.getBlue()));
      context.setFont(Font.font(9));
      context.fillText(text, area.getMaxX() - width + 3, area.getY() + 9.5);
    }
  }
}
