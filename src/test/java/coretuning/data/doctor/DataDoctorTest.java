package coretuning.data.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.RandomStream;
import coretuning.result.DataFinding;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDoctorTest {
  @TempDir Path root;
  @TempDir Path cache;

  @BeforeEach
  void plant() throws IOException {
    for (int i = 0; i < 4; i++) {
      image("train/cat/%d.png".formatted(i), i);
      image("train/dog/%d.png".formatted(i), 10 + i);
      image("test/cat/%d.png".formatted(i), 20 + i);
    }
  }

  @Test
  void aHealthySetHasCountsAndNoFindings() {
    DataReport report = examine();

    assertThat(report.findings()).isEmpty();
    assertThat(report.format()).isEqualTo("IMAGE_FOLDER");
    assertThat(report.recognised()).isEqualTo("2 classes below train/ and test/");
    assertThat(report.classes())
        .containsExactly(
            new DataReport.ClassCount("cat", 4, 0, 4), new DataReport.ClassCount("dog", 4, 0, 0));
    assertThat(report.sizes()).isEqualTo(new DataReport.Sizes(36, 36, 36, 36, 36, 36));
    assertThat(report.formats()).containsOnlyKeys("PNG").containsValue(12);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.hasErrors()).isFalse();
  }

  @Test
  void copiesAcrossPartsAndClassesAreTold() throws IOException {
    Files.copy(root.resolve("train/cat/1.png"), root.resolve("test/cat/9.png"));
    Files.copy(root.resolve("train/dog/1.png"), root.resolve("train/cat/8.png"));
    Files.copy(root.resolve("train/dog/2.png"), root.resolve("train/dog/8.png"));
    DataReport report = examine();

    assertThat(texts(report))
        .containsExactly(
            "COPY_ACROSS_PARTS test/cat/9.png: same bytes as train/cat/1.png (train)",
            "COPY_ACROSS_CLASSES train/dog/1.png: same bytes as train/cat/8.png (train)",
            "COPY train/dog/8.png: same bytes as train/dog/2.png (train)");
  }

  @Test
  void aScaledAndRecompressedCopyIsNear() throws IOException {
    BufferedImage original = ImageIO.read(root.resolve("train/cat/2.png").toFile());
    var scaled = new BufferedImage(72, 72, BufferedImage.TYPE_INT_RGB);
    scaled.createGraphics().drawImage(original, 0, 0, 72, 72, null);
    ImageIO.write(scaled, "jpg", root.resolve("test/cat/near.jpg").toFile());

    assertThat(texts(examine()))
        .containsExactly("NEAR_ACROSS_PARTS test/cat/near.jpg: looks like train/cat/2.png (train)");
  }

  @Test
  void brokenFilesAndSmallClassesAreTold() throws IOException {
    Files.write(root.resolve("train/cat/empty.png"), new byte[0]);
    byte[] whole = Files.readAllBytes(root.resolve("train/cat/1.png"));
    Files.write(root.resolve("train/cat/short.png"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(root.resolve("train/cat/text.jpg"), "this is no image at all");
    Files.write(root.resolve("train/dog/h\u00fcnd.jpg"), Files.readAllBytes(image("x.png", 40)));
    Files.delete(root.resolve("x.png"));
    image("train/cow/1.png", 30);
    DataReport report = examine();

    assertThat(report.counts())
        .containsOnlyKeys(
            Kind.EMPTY,
            Kind.BROKEN,
            Kind.TRUNCATED,
            Kind.SMALL_CLASS,
            Kind.WRONG_ENDING,
            Kind.NON_ASCII);
    assertThat(report.hasErrors()).isTrue();
    assertThat(texts(report))
        .contains(
            "SMALL_CLASS cow: 1 training images; a batch of 6 takes about 2 of each class",
            "WRONG_ENDING train/dog/h\u00fcnd.jpg: is a PNG");
  }

  @Test
  void aLinkLoopIsTold() throws IOException {
    Files.createSymbolicLink(root.resolve("train/cat/again"), root.resolve("train"));

    assertThat(examine().counts()).containsKeys(Kind.LINK_LOOP, Kind.LAYOUT);
  }

  @Test
  void aStopEndsTheScanWithWhatWasSeen() {
    var control = new RunControl();
    var seen = new AtomicInteger();
    DataReport report =
        DataDoctor.examine(
            question(root),
            control,
            (done, all) -> {
              seen.set(done);
              if (done == 3) {
                control.stop();
              }
            });

    assertThat(seen).hasValue(3);
    assertThat(report.examined()).isEqualTo(3);
    assertThat(report.images()).isEqualTo(12);
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void whatIsNoDataSetStillGetsAReport() throws IOException {
    Path other = Files.createDirectories(root.resolve("other"));
    Files.copy(root.resolve("train/cat/1.png"), other.resolve("a.png"));
    DataReport report = DataDoctor.examine(question(other), new RunControl(), (done, all) -> {});

    assertThat(report.counts()).containsOnlyKeys(Kind.LAYOUT);
    assertThat(report.images()).isEqualTo(1);
    assertThat(report.format()).isEmpty();
  }

  @Test
  void nothingAtThePathIsAProblem() {
    assertThatThrownBy(() ->
            DataDoctor.examine(question(root.resolve("gone")), new RunControl(), (done, all) -> {}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such folder");
  }

  private DataReport examine() {
    return DataDoctor.examine(question(root), new RunControl(), (done, all) -> {});
  }

  private DataDoctor.Question question(Path path) {
    return new DataDoctor.Question(path, DataFormat.AUTO, SampleChoice.standard(), 6, 2, cache);
  }

  private static List<String> texts(DataReport report) {
    return report.findings().stream().map(DataDoctorTest::text).toList();
  }

  private static String text(DataFinding finding) {
    return "%s %s: %s".formatted(finding.kind(), finding.file(), finding.detail());
  }

  /// A pattern of 9 x 9 blocks of random gray, unlike that of every other seed.
  private Path image(String path, int seed) throws IOException {
    var random = RandomStream.of(seed, 7);
    var image = new BufferedImage(36, 36, BufferedImage.TYPE_INT_RGB);
    for (int block = 0; block < 81; block++) {
      int gray = random.nextInt(256) * 0x010101;
      for (int pixel = 0; pixel < 16; pixel++) {
        image.setRGB(block % 9 * 4 + pixel % 4, block / 9 * 4 + pixel / 4, gray);
      }
    }
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
