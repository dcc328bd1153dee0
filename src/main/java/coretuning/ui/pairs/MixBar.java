package coretuning.ui.pairs;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A mixed label as a bar: the share of each of the two classes as a length.
final class MixBar extends HBox {
  private static final double TEXT_FITS_FROM = 0.16;

  /// @param share of the first class, in [0, 1]
  MixBar(double width, double share, String first, String second) {
    getStyleClass().add("mix-bar");
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    getChildren()
        .addAll(
            part(width * share, share, first, "mix-first"),
            part(width * (1 - share), 1 - share, second, "mix-second"));
  }

  private static Region part(double width, double share, String name, String style) {
    String text = "%s %.2f".formatted(name, share);
    var label = new Label(share < TEXT_FITS_FROM ? "" : text);
    label.setMinWidth(0);
    var part = new StackPane(label);
    part.getStyleClass().addAll("mix-part", style);
    part.setMinWidth(width);
    part.setPrefWidth(width);
    part.setMaxWidth(width);
    Tooltip.install(part, new Tooltip(text));
    return part;
  }
}
