package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.spec.Sheet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Vector files and tables are opened by other programs' parsers, and hold what the picture holds.
class FigureFormatTest {
  private static final Sheet SHEET = new Sheet(160, 110, Sheet.Unit.MM, 96);
  private static final FigureOrigin ORIGIN =
      new FigureOrigin(Map.of("Software", "workbench <1> & λ"));

  @TempDir private Path folder;

  static Stream<Arguments> examples() {
    return Examples.all().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void svgIsXmlThatHoldsEveryTextOfThePicture(String name, Figure figure) throws Exception {
    Document svg = svg(figure, Style.LIGHT);

    Element root = svg.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(Double.parseDouble(root.getAttribute("width").replace("px", "")))
        .isCloseTo(160 / 25.4 * 96, within(0.01));
    assertThat(texts(svg)).containsExactlyElementsOf(drawing(figure).words());
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("Software: workbench <1> & λ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void pdfIsAPageOfThatSizeThatHoldsEveryTextOfThePicture(String name, Figure figure)
      throws IOException {
    Path file = write(figure, "a.pdf", Style.LIGHT);

    try (var document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      var box = document.getPage(0).getMediaBox();
      assertThat(box.getWidth()).isCloseTo(160 / 25.4f * 72, within(0.01f));
      assertThat(box.getHeight()).isCloseTo(110 / 25.4f * 72, within(0.01f));
      assertThat(document.getDocumentInformation().getCreator()).isEqualTo("workbench <1> & λ");
      assertThat(letters(new PDFTextStripper().getText(document)))
          .containsExactlyInAnyOrderElementsOf(letters(String.join("", drawing(figure).words())));
    }
  }

  /// Edges fall differently, areas and places must not.
  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void thePdfLooksLikeThePng(String name, Figure figure) throws IOException {
    Path pdf = write(figure, "a.pdf", Style.LIGHT);
    BufferedImage png = ImageIO.read(write(figure, "a.png", Style.LIGHT).toFile());

    try (var document = Loader.loadPDF(pdf.toFile())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 96);
      assertThat(page.getWidth()).isCloseTo(png.getWidth(), within(1));
      assertThat(blockDifference(page, png)).isLessThan(24);
    }
  }

  @Test
  void theSameFigureIsTheSameFile() throws IOException {
    for (String ending : List.of(".png", ".svg", ".pdf", ".csv")) {
      Path one = write(Examples.epochs(), "one" + ending, Style.LIGHT);
      Path two = write(Examples.epochs(), "two" + ending, Style.LIGHT);

      assertThat(two).hasSameBinaryContentAs(one);
    }
  }

  @Test
  void dotsOfAMapAreShapesInAVectorFile() throws Exception {
    Document svg = svg(Examples.scatter(300, List.of("a", "b")), Style.LIGHT);

    assertThat(svg.getElementsByTagName("image").getLength()).isZero();
    assertThat(svg.getElementsByTagName("ellipse").getLength()).isEqualTo(300);
  }

  @Test
  void lettersThatTheFontLacksAreStillWritten() throws Exception {
    var figure = new NoDataFigure("狗");

    assertThat(texts(svg(figure, Style.LIGHT))).containsExactly("狗");
    assertThat(write(figure, "a.pdf", Style.LIGHT)).isNotEmptyFile();
  }

  @Test
  void aPngWithoutBackgroundIsTransparentWhereNothingIsDrawn() throws IOException {
    Path file = write(Examples.epochs(), "a.png", Style.LIGHT.withoutBackground());

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(
            IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(
                    i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) >>> 24 == 255))
        .isNotEmpty();
  }

  @Test
  void aPngSaysWhereItComesFrom() throws IOException {
    Path file = write(Examples.epochs(), "a.png", Style.LIGHT);
    var reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(input);
      var root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      var entry = (Element) root.getElementsByTagName("iTXtEntry").item(0);
      assertThat(entry.getAttribute("keyword")).isEqualTo("Software");
      assertThat(entry.getAttribute("text")).isEqualTo("workbench <1> & λ");
    } finally {
      reader.dispose();
    }
  }

  @Test
  void aTableHasEveryDigitAndSaysWhatIsNotANumber() throws IOException {
    var series = new Series("a, \"b\"", new double[] {1, 2}, new double[] {1.0 / 3, Double.NaN});
    var figure = new CurveFigure("t", "epoch", "loss", List.of(series), 0.5, false);

    Path file = write(figure, "a.csv", Style.LIGHT);

    assertThat(Files.readString(file))
        .isEqualTo(
            "series,epoch,loss,smoothed loss\r\n"
                + "\"a, \"\"b\"\"\",1.0,0.3333333333333333,0.3333333333333333\r\n"
                + "\"a, \"\"b\"\"\",2.0,NaN,NaN\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyFigureWithNumbersHasATable(String name, Figure figure) {
    assertThat(figure.data().rows().isEmpty()).isEqualTo(figure instanceof NoDataFigure);
  }

  @Test
  void tablesOfPanelsNameThePanel() {
    var one = new CurveFigure("one", "x", "y", List.of(series(1)));
    var two = new ConfusionFigure("", new int[][] {{3}}, List.of("c"));

    FigureTable table = new Panels("t", List.of(one, two), 2).data();

    assertThat(table.columns())
        .containsExactly("panel", "series", "x", "y", "true class", "predicted class", "count");
    assertThat(table.rows())
        .containsExactly(
            List.of("one", "s", 1.0, 5.0, "", "", ""), List.of("2", "", "", "", "c", "c", 3));
  }

  @Test
  void aNameWithoutAKnownEndingIsRefused() {
    assertThatThrownBy(() -> write(Examples.epochs(), "a.gif", Style.LIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.gif");
  }

  private static Series series(double x) {
    return new Series("s", new double[] {x}, new double[] {5});
  }

  private Path write(Figure figure, String name, Style style) {
    Path file = folder.resolve(name);
    FigureFile.write(figure, file, SHEET, style, ORIGIN);
    return file;
  }

  private Document svg(Figure figure, Style style) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(write(figure, "a.svg", style).toFile());
  }

  private static List<String> texts(Document svg) {
    var nodes = svg.getElementsByTagName("text");
    var texts = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /// What is written on a drawing of the sheet's size; words do not depend on half a pixel.
  private static Drawing drawing(Figure figure) {
    return new Drawing(
        figure,
        (int) Math.round(SHEET.logicalWidth()),
        (int) Math.round(SHEET.logicalHeight()),
        Style.LIGHT);
  }

  private static List<String> letters(String text) {
    return text.replaceAll("\\s", "").codePoints().mapToObj(Character::toString).toList();
  }

  /// The largest difference of mean brightness in 16 x 16 blocks.
  private static double blockDifference(BufferedImage one, BufferedImage two) {
    double worst = 0;
    for (int y = 0; y + 16 <= Math.min(one.getHeight(), two.getHeight()); y += 16) {
      for (int x = 0; x + 16 <= Math.min(one.getWidth(), two.getWidth()); x += 16) {
        worst = Math.max(worst, Math.abs(brightness(one, x, y) - brightness(two, x, y)));
      }
    }
    return worst;
  }

  private static double brightness(BufferedImage image, int left, int top) {
    double sum = 0;
    for (int y = top; y < top + 16; y++) {
      for (int x = left; x < left + 16; x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
      }
    }
    return sum / (3 * 256);
  }
}
