package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.testing.Sketch;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class FigureFileTest {
  @TempDir private Path folder;

  @Test
  void theFileHasTheSizeAndTheResolutionAskedFor() throws IOException {
    Path file = folder.resolve("curves.png");

    FigureFile.writePng(Examples.epochs(), file, 900, 700, 300, Style.LIGHT);

    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(input);
      assertThat(reader.getWidth(0)).isEqualTo(900);
      assertThat(reader.getHeight(0)).isEqualTo(700);
      var root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      var resolution = (Element) root.getElementsByTagName("pHYs").item(0);
      assertThat(resolution.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11811");
      assertThat(resolution.getAttribute("pixelsPerUnitYAxis")).isEqualTo("11811");
      assertThat(resolution.getAttribute("unitSpecifier")).isEqualTo("meter");
    } finally {
      reader.dispose();
    }
    assertThat(files()).containsExactly("curves.png");
  }

  @Test
  void theResolutionScalesTheDrawingAndNotItsLayout() {
    double[] size = new double[2];
    Figure figure =
        (Sketch)
            (graphics, width, height, style) -> {
              size[0] = width;
              size[1] = height;
              assertThat(graphics.getTransform().getScaleX()).isEqualTo(2);
            };

    FigureFile.writePng(figure, folder.resolve("a.png"), 1000, 500, 192, Style.LIGHT);

    assertThat(size).containsExactly(500, 250);
  }

  @Test
  void anOlderFileIsReplaced() throws IOException {
    Path file = folder.resolve("a.png");
    Files.writeString(file, "old");

    FigureFile.writePng(new NoDataFigure("new"), file, 100, 80, 96, Style.DARK);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getRGB(0, 0)).isEqualTo(Style.DARK.background().getRGB());
  }

  @Test
  void missingFoldersAreMade() {
    Path file = folder.resolve("paper").resolve("figures").resolve("a.png");

    FigureFile.writePng(new NoDataFigure("x"), file, 100, 80, 96, Style.LIGHT);

    assertThat(file).isRegularFile();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAProblemThatNamesIt() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");

    assertThatThrownBy(() ->
            FigureFile.writePng(
                new NoDataFigure("x"), blocked.resolve("a.png"), 100, 80, 96, Style.LIGHT))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("blocked");
  }

  @Test
  void nothingIsLeftWhenTheFileCannotBeReplaced() throws IOException {
    Path file = Files.createDirectory(folder.resolve("a.png"));
    Files.writeString(file.resolve("inside"), "kept");

    assertThatThrownBy(
            () -> FigureFile.writePng(new NoDataFigure("x"), file, 100, 80, 96, Style.LIGHT))
        .isInstanceOf(Problem.class);
    assertThat(files()).containsExactly("a.png");
    assertThat(file.resolve("inside")).hasContent("kept");
  }

  @Test
  void sizesAndResolutionsOutOfRangeAreRefused() {
    Path file = folder.resolve("a.png");

    assertThatThrownBy(
            () -> FigureFile.writePng(new NoDataFigure("x"), file, 15, 80, 96, Style.LIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15 x 80");
    assertThatThrownBy(
            () -> FigureFile.writePng(new NoDataFigure("x"), file, 100, 80, 0, Style.LIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dpi");
  }

  private java.util.List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
