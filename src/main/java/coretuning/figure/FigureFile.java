package coretuning.figure;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// Writes figures to files, at any size and resolution.
public final class FigureFile {
  private static final double LOGICAL_DPI = 96;
  private static final double METRES_PER_INCH = 0.0254;
  private static final int LARGEST_SIDE = 20_000;

  private FigureFile() {}

  /// Draws a figure into a PNG file that knows its resolution. Letters and lines keep their size in
  /// inches: at 300 dpi an image of 2000 pixels has the layout of one of 640 pixels at 96 dpi. The
  /// file appears whole or not at all; an older one of that name is replaced, and missing folders
  /// are made.
  ///
  /// @param width in pixels, 16 to 20000
  /// @param height in pixels, 16 to 20000
  /// @param dpi dots per inch, 30 to 2400
  /// @throws Problem when the file cannot be written
  public static void writePng(
      Figure figure, Path file, int width, int height, int dpi, Style style) {
    if (Math.min(width, height) < 16 || Math.max(width, height) > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "width and height must lie in [16, %d], got %d x %d"
              .formatted(LARGEST_SIDE, width, height));
    }
    if (dpi < 30 || dpi > 2400) {
      throw new IllegalArgumentException("dpi must lie in [30, 2400], got " + dpi);
    }
    BufferedImage image =
        FigureImage.paint(
            figure, BufferedImage.TYPE_INT_RGB, width, height, dpi / LOGICAL_DPI, style);
    AtomicFile.write(file, out -> encode(image, dpi, out));
  }

  private static void encode(BufferedImage image, int dpi, OutputStream bytes) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      String pixelsPerMetre = Long.toString(Math.round(dpi / METRES_PER_INCH));
      var resolution = new IIOMetadataNode("pHYs");
      resolution.setAttribute("pixelsPerUnitXAxis", pixelsPerMetre);
      resolution.setAttribute("pixelsPerUnitYAxis", pixelsPerMetre);
      resolution.setAttribute("unitSpecifier", "meter");
      var root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
      root.appendChild(resolution);
      metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }
}
