package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Paints every kind of figure into `target/figures`, to be looked at.
class GalleryTest {
  private static final Path FOLDER = Path.of("target", "figures");

  @Test
  void everyFigureIsPaintedInBothStylesSmallAndLarge() throws IOException {
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, Figure> each : Examples.all().entrySet()) {
      write(each, "light-480x360", 480, 360, 96, Style.LIGHT);
      write(each, "dark-900x600", 900, 600, 96, Style.DARK);
      write(each, "paper-1000x750", 1000, 750, 150, Style.LIGHT);
    }
  }

  private static void write(
      Map.Entry<String, Figure> each, String kind, int width, int height, int dpi, Style style)
      throws IOException {
    Path file = FOLDER.resolve(each.getKey() + "-" + kind + ".png");
    FigureFile.writePng(each.getValue(), file, width, height, dpi, style);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(width);
  }
}
