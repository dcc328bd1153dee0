package coretuning.figure;

import coretuning.result.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
  /// file appears whole or not at all; an older one of that name is replaced.
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
    try {
      replace(file.toAbsolutePath(), encode(image, dpi));
    } catch (IOException failure) {
      throw new Problem(
          "the figure could not be written: " + failure,
          file.toString(),
          "choose a folder that exists, may be written to and has room",
          failure);
    }
  }

  private static byte[] encode(BufferedImage image, int dpi) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    var bytes = new ByteArrayOutputStream();
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
    return bytes.toByteArray();
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    // Not Files.createTempFile: its files can be read by their owner only.
    Path part = folder.resolve(".%s.%x.part".formatted(file.getFileName(), System.nanoTime()));
    try {
      try (var channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
