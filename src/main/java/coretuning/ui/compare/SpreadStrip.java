package coretuning.ui.compare;

import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How classes lie in one run's features, as figures; the better one of two runs is marked.
final class SpreadStrip extends HBox {
  private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");

  /// A figure of the strip.
  private record Measured(
      String key,
      ToDoubleFunction<MapSide> value,
      DoubleFunction<String> text,
      boolean moreIsBetter) {}

  private static final List<Measured> MEASURED =
      List.of(
          new Measured("intra", s -> s.snapshot().spread().intraClass(), Numbers::three, false),
          new Measured("inter", s -> s.snapshot().spread().interClass(), Numbers::three, true),
          new Measured("ratio", s -> s.snapshot().spread().ratio(), Numbers::three, false),
          new Measured("top1", MapSide::top1, Numbers::percent, true),
          new Measured("knn", MapSide::knn, Numbers::percent, true));

  private final Messages messages;

  SpreadStrip(Messages messages) {
    this.messages = messages;
    getStyleClass().add("spread-strip");
  }

  /// Shows one side, marking what is better than at the other.
  void show(MapSide side, Optional<MapSide> other) {
    getChildren().clear();
    for (Measured each : MEASURED) {
      double value = each.value().applyAsDouble(side);
      double rival = other.map(each.value()::applyAsDouble).orElse(Double.NaN);
      boolean comparable =
          other.filter(o -> o.snapshot().epoch() == side.snapshot().epoch()).isPresent();
      boolean better = comparable && (each.moreIsBetter() ? value > rival : value < rival);
      getChildren().add(tile(each, value, better));
    }
  }

  private VBox tile(Measured measured, double value, boolean better) {
    var number = new Label(measured.text().apply(value));
    number.setMinWidth(USE_PREF_SIZE);
    number.getStyleClass().add("figure-number");
    number.pseudoClassStateChanged(BETTER, better);
    var name = new Label(messages.text("spread." + measured.key()));
    name.getStyleClass().addAll("muted", "small");
    var tile = new VBox(name, number);
    tile.setAlignment(Pos.CENTER_LEFT);
    tile.setPrefWidth(1);
    HBox.setHgrow(tile, Priority.ALWAYS);
    Tooltip.install(tile, new Tooltip(messages.text("spread." + measured.key() + ".help")));
    return tile;
  }
}
