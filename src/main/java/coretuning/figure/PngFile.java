package coretuning.figure;

import coretuning.spec.Sheet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// Encodes a figure's pixels as PNG, with their size on paper and where they come from.
final class PngFile {
  private static final double METRES_PER_INCH = 0.0254;

  private PngFile() {}

  static void write(
      Figure figure, Sheet sheet, Style style, FigureOrigin origin, OutputStream bytes)
      throws IOException {
    int type = style.isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage image =
        FigureImage.paint(
            figure, type, sheet.pixelWidth(), sheet.pixelHeight(), sheet.scale(), style);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      var root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
      root.appendChild(resolution(sheet.dpi()));
      if (!origin.entries().isEmpty()) {
        root.appendChild(texts(origin.entries()));
      }
      metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  /// The chunk `pHYs`.
  private static IIOMetadataNode resolution(int dpi) {
    String pixelsPerMetre = Long.toString(Math.round(dpi / METRES_PER_INCH));
    var resolution = new IIOMetadataNode("pHYs");
    resolution.setAttribute("pixelsPerUnitXAxis", pixelsPerMetre);
    resolution.setAttribute("pixelsPerUnitYAxis", pixelsPerMetre);
    resolution.setAttribute("unitSpecifier", "meter");
    return resolution;
  }

  /// Chunks `iTXt`: the only ones whose text is Unicode.
  private static IIOMetadataNode texts(Map<String, String> entries) {
    var texts = new IIOMetadataNode("iTXt");
    entries.forEach((keyword, value) -> {
      var entry = new IIOMetadataNode("iTXtEntry");
      entry.setAttribute("keyword", keyword);
      entry.setAttribute("compressionFlag", "FALSE");
      entry.setAttribute("compressionMethod", "0");
      entry.setAttribute("languageTag", "");
      entry.setAttribute("translatedKeyword", "");
      entry.setAttribute("text", value);
      texts.appendChild(entry);
    });
    return texts;
  }
}
