package coretuning.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes small made-up data sets: 8 x 8 images filled with one colour, text files.
public record ImageTree(Path root) {
  /// A PNG or JPEG filled with one gray, by its name's ending.
  public ImageTree image(String path, int gray) throws IOException {
    var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 64; pixel++) {
      image.setRGB(pixel % 8, pixel / 8, gray * 0x010101);
    }
    Path file = made(path);
    ImageIO.write(image, path.endsWith(".png") ? "png" : "jpg", file.toFile());
    return this;
  }

  /// A text file.
  public ImageTree text(String path, String... lines) throws IOException {
    Files.writeString(made(path), String.join("\n", lines) + "\n");
    return this;
  }

  /// The path of a file whose folder exists.
  public Path made(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }
}
