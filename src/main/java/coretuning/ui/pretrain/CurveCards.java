package coretuning.ui.pretrain;

import coretuning.figure.PretrainingFigure;
import coretuning.figure.PretrainingFigure.Curve;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Some curves of pre-training, a card each: the curve, and a sentence on the shape to expect.
final class CurveCards {
  private static final double LEAST_HEIGHT = 304;

  private final Map<Curve, FigureView> views = new EnumMap<>(Curve.class);
  private final CardGrid grid = new CardGrid(LEAST_HEIGHT);

  CurveCards(List<Curve> curves, FigureDesk figures, Messages messages) {
    for (Curve each : curves) {
      FigureView view = figures.view();
      VBox.setVgrow(view, Priority.ALWAYS);
      var help = new Label(messages.text("pretrain.curve." + each.name()));
      help.setWrapText(true);
      help.setMinHeight(Label.USE_PREF_SIZE);
      help.getStyleClass().addAll("muted", "small");
      var card = new VBox(view, help);
      card.getStyleClass().add("figure-card");
      views.put(each, view);
      grid.getChildren().add(card);
    }
  }

  CardGrid node() {
    return grid;
  }

  /// Draws what the runs now have.
  void show(PretrainingFigure figure) {
    views.forEach((curve, view) -> view.setFigure(figure.panel(curve)));
  }
}
