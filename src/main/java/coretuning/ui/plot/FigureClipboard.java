package coretuning.ui.plot;

import coretuning.figure.Figure;
import coretuning.figure.FigureImage;
import coretuning.figure.Style;
import coretuning.spec.FigureLook;
import coretuning.spec.Sheet;
import java.awt.image.BufferedImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts figures where other programs can paste them. For the JavaFX thread.
public final class FigureClipboard {
  private FigureClipboard() {}

  /// Copies a figure's pixels, as a PNG file of that look would have them.
  public static void copyPicture(Figure figure, FigureLook look) {
    Sheet sheet = look.sheet();
    BufferedImage image =
        FigureImage.paint(
            figure,
            BufferedImage.TYPE_INT_ARGB_PRE,
            sheet.pixelWidth(),
            sheet.pixelHeight(),
            sheet.scale(),
            Style.of(look));
    var content = new ClipboardContent();
    content.putImage(Painter.share(image));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Copies the numbers behind a figure, as text with commas.
  public static void copyTable(Figure figure) {
    var content = new ClipboardContent();
    content.putString(figure.data().csv());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
