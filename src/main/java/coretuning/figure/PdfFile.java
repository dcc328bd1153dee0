package coretuning.figure;

import coretuning.spec.Sheet;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// Writes a figure as a PDF file of one page: shapes stay shapes, text stays text, and the letters
/// used are embedded.
final class PdfFile {
  private static final double POINTS_PER_LOGICAL = 0.75;

  private PdfFile() {}

  static void write(
      Figure figure, Sheet sheet, Style style, FigureOrigin origin, OutputStream bytes)
      throws IOException {
    try (var document = new PDDocument()) {
      var size = new PDRectangle((float) sheet.pointWidth(), (float) sheet.pointHeight());
      var page = new PDPage(size);
      document.addPage(page);
      var graphics = new PdfBoxGraphics2D(document, size.getWidth(), size.getHeight());
      try (var letters = new Letters(document)) {
        graphics.setFontTextDrawer(letters);
        graphics.setRenderingHint(Medium.KEY, Medium.VECTOR);
        graphics.scale(POINTS_PER_LOGICAL, POINTS_PER_LOGICAL);
        figure.draw(graphics, sheet.logicalWidth(), sheet.logicalHeight(), style);
        graphics.dispose();
      }
      try (var content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      describe(document, origin.entries());
      // Else it is made of the time of day: the same figure shall be the same file.
      document.setDocumentId(0L);
      document.save(bytes);
    }
  }

  private static void describe(PDDocument document, Map<String, String> entries) {
    var about = document.getDocumentInformation();
    entries.forEach((keyword, value) -> {
      switch (keyword) {
        case "Title" -> about.setTitle(value);
        case "Software" -> about.setCreator(value);
        default -> about.setCustomMetadataValue(keyword, value);
      }
    });
  }

  /// Writes text with the figures' own letters. What those lack, e.g. Chinese names of classes, is
  /// drawn as shapes.
  private static final class Letters extends PdfBoxGraphics2DFontTextDrawer {
    private final PDFont plain;
    private final PDFont bold;

    Letters(PDDocument document) throws IOException {
      plain = load(document, false);
      bold = load(document, true);
    }

    private static PDFont load(PDDocument document, boolean isBold) throws IOException {
      try (InputStream file = Typeface.open(isBold)) {
        return PDType0Font.load(document, file);
      }
    }

    @Override
    protected boolean hasDynamicFontMapping() {
      return true;
    }

    @Override
    protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) {
      if (!Typeface.owns(font)) {
        return null;
      }
      return font.isBold() ? bold : plain;
    }
  }
}
