package coretuning.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The letters of figures, which come with the program: text takes the same room on every machine,
/// and a PDF file can carry them.
final class Typeface {
  /// As stylesheets name it, with what comes close to it elsewhere.
  static final String CSS = "DejaVu Sans, Bitstream Vera Sans, Verdana, sans-serif";

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final Font PLAIN = load(false);
  // The bold file's font calls itself plain: without the style SVG would lose the weight.
  private static final Font BOLD = load(true).deriveFont(Font.BOLD);

  private Typeface() {}

  /// The font of a text: that of figures, or one of the system for letters which that has not.
  ///
  /// @param size logical pixels
  static Font font(String text, boolean isBold, double size) {
    Font own = isBold ? BOLD : PLAIN;
    Font wanted =
        own.canDisplayUpTo(text) < 0
            ? own
            : new Font(Font.SANS_SERIF, isBold ? Font.BOLD : Font.PLAIN, 1);
    return wanted.deriveFont((float) size);
  }

  /// Whether a font is that of figures.
  static boolean owns(Font font) {
    return font.getFamily().equals(PLAIN.getFamily());
  }

  /// The font's file, TrueType.
  static InputStream open(boolean isBold) {
    String file = FOLDER + (isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");
    return Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file);
  }

  private static Font load(boolean isBold) {
    try (InputStream file = open(isBold)) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException broken) {
      throw new IllegalStateException("the program's own font is damaged", broken);
    } catch (IOException refused) {
      throw new UncheckedIOException("the program's own font cannot be read", refused);
    }
  }
}
