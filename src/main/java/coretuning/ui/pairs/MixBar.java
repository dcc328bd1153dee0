package coretuning.ui.pairs;

import java.util.Locale;
import javafx.scene.control.Label;
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
            part(width * share, caption(share, first, second), "mix-first"),
            part(width * (1 - share), caption(1 - share, second, first), "mix-second"));
  }

  /// Share and class of a part; the wide part speaks for a part that is too narrow for letters.
  private static String caption(double share, String name, String other) {
    String text = String.format(Locale.ROOT, "%s %.2f", name, share);
    if (share < TEXT_FITS_FROM) {
      return "";
    }
    return 1 - share < TEXT_FITS_FROM
        ? String.format(Locale.ROOT, "%s, %s %.2f", text, other, 1 - share)
        : text;
  }

  private static Region part(double width, String text, String style) {
    var label = new Label(text);
    label.setMinWidth(0);
    var part = new StackPane(label);
    part.getStyleClass().addAll("mix-part", style);
    part.setMinWidth(width);
    part.setPrefWidth(width);
    part.setMaxWidth(width);
    return part;
  }
}
