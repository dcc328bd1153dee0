package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ResNet;
import coretuning.checkpoint.BackboneFile;
import coretuning.spec.Architecture;
import coretuning.testing.Tensors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong outside ends in one line that says what, where and what to do, and leaves
/// nothing in the output folder.
class BadInputTest {
  private static final String HOME = System.getProperty("user.home");

  @TempDir Path folder;
  private Path out;

  /// The engine unpacks its libraries below the home folder: it has to start in the true one.
  @BeforeAll
  static void startEngine() {
    Tensors.newManager().close();
  }

  @BeforeEach
  void prepare() {
    // Decoded images are cached below the home folder.
    System.setProperty("user.home", folder.resolve("home").toString());
    out = folder.resolve("out");
  }

  @AfterAll
  static void restoreHome() {
    System.setProperty("user.home", HOME);
  }

  /// Runs a tiny fine-tuning with more options, which is to fail before it starts.
  private String failure(int code, String... options) {
    var all = new ArrayList<>(List.of("finetune", "--out", out.toString(), "--epochs", "1"));
    all.addAll(List.of(options));
    if (!all.contains("--weights")) {
      all.addAll(List.of("--weights", "random"));
    }
    Outcome outcome = Outcome.of(all.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(out).doesNotExist();
    assertThat(outcome.out()).isEmpty();
    return outcome.error();
  }

  private Path imageFolder() throws IOException {
    Path root = folder.resolve("images");
    for (String part : new String[] {"train", "test"}) {
      for (String name : new String[] {"cat", "dog"}) {
        Path images = Files.createDirectories(root.resolve(part).resolve(name));
        for (int i = 0; i < 3; i++) {
          var image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
          image.setRGB(i, i, 0xff8040);
          ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
        }
      }
    }
    return root;
  }

  private String imageFailure(Path root) {
    return failure(1, "--format", "image_folder", "--data", root.toString(), "--batch-size", "2");
  }

  @Test
  void aMissingDataFolder() {
    Path none = folder.resolve("none");

    assertThat(failure(1, "--data", none.toString()))
        .isEqualTo("there is no such folder (" + none + "): choose the folder of the data set");
  }

  @Test
  void aClassFolderWithoutImages() throws IOException {
    Path root = imageFolder();
    Path empty = Files.createDirectories(root.resolve("train/bird"));
    Files.createDirectories(root.resolve("test/bird"));

    assertThat(imageFailure(root)).contains(empty.toString());
  }

  @Test
  void aTruncatedPng() throws IOException {
    Path root = imageFolder();
    Path torn = root.resolve("train/dog/1.png");
    byte[] bytes = Files.readAllBytes(torn);
    Files.write(torn, Arrays.copyOf(bytes, bytes.length - 20));

    assertThat(imageFailure(root)).contains("truncated").contains(torn.toString());
  }

  @Test
  void aPngThatClaimsToBeHuge() throws IOException {
    Path root = imageFolder();
    Path huge = root.resolve("train/dog/1.png");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(huge));
    bytes.putInt(16, 20_000).putInt(20, 20_000);
    var sum = new CRC32();
    sum.update(bytes.array(), 12, 17);
    bytes.putInt(29, (int) sum.getValue());
    Files.write(huge, bytes.array());

    assertThat(imageFailure(root))
        .contains("too large: 20000 x 20000 pixels")
        .contains(huge.toString());
  }

  @Test
  void imagesAndLabelsOfDifferentNumber() throws IOException {
    Path root = Files.createDirectories(folder.resolve("idx"));
    for (String part : new String[] {"train", "t10k"}) {
      var images = ByteBuffer.allocate(16 + 5 * 64);
      images.putInt(0x803).putInt(5).putInt(8).putInt(8);
      Files.write(root.resolve(part + "-images-idx3-ubyte"), images.array());
      var labels = ByteBuffer.allocate(8 + 4).putInt(0x801).putInt(4).put(new byte[] {0, 1, 0, 1});
      Files.write(root.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }

    assertThat(failure(1, "--data", root.toString()))
        .contains("5")
        .contains("4")
        .contains("train-");
  }

  @Test
  void aBatchLargerThanTheData() {
    assertThat(failure(1, "--batch-size", "2000"))
        .contains("the batch size 2000 is larger than the 100 training images");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --temperature      | 0    | temperature must be above 0, got 0
          --temperature      | -0.5 | temperature must be above 0, got -0.5
          --validation-share | 2    | validation share must lie in [0, 0.9], got 2
          --subset-rate      | 0    | subset rate must be above 0, got 0
          --batch-size       | 1    | batch size must be at least 2, got 1
          --learning-rate    | NaN  | learning rate must be above 0, got NaN
          --momentum         | 1    | momentum must lie in [0, 0.999999], got 1
          --image-size       | 4    | image size must be at least 8, got 4
          """)
  void aSettingOutOfItsRange(String option, String value, String message) {
    assertThat(failure(2, option, value)).isEqualTo(message);
  }

  @Test
  void aSettingThatIsNoNumber() {
    assertThat(failure(2, "--epochs", "many")).contains("--epochs").contains("many");
  }

  @Test
  void anUnknownArchitectureNamesThoseThatExist() {
    assertThat(failure(2, "--architecture", "resnet9"))
        .contains("--architecture")
        .contains("architecture must be one of resnet18, ")
        .endsWith("resnet8-mini; got resnet9");
  }

  @Test
  void weightsOfAnotherArchitecture() {
    Path weights = folder.resolve("resnet20.safetensors");
    try (NDManager manager = Tensors.newManager()) {
      var backbone =
          new ResNet(Architecture.RESNET20, manager, DataType.FLOAT32, new SplittableRandom(1));
      BackboneFile.write(weights, backbone, Map.of());
    }

    assertThat(failure(1, "--weights", weights.toString()))
        .startsWith("these weights do not fit resnet8-mini: ")
        .contains(weights.toString());
  }

  @Test
  void weightsThatAreNoSafetensors() throws IOException {
    Path weights = Files.writeString(folder.resolve("weights.pth"), "PK: a pickle, perhaps");

    assertThat(failure(1, "--weights", weights.toString())).contains(weights.toString());
  }

  @Test
  void missingWeights() {
    assertThat(failure(1, "--weights", folder.resolve("none.safetensors").toString()))
        .contains("none.safetensors");
  }

  @Test
  void aDeviceThatIsNotThere() {
    assumeFalse(Engine.getInstance().getGpuCount() > 0, "there is a CUDA device here");

    assertThat(failure(1, "--device", "cuda"))
        .startsWith("CUDA was asked for and cannot be used: ")
        .containsPattern("libtorch|driver");
  }

  @Test
  void aRunThatIsNone() throws IOException {
    Path none = folder.resolve("none");
    assertThat(failure(1, "--resume", none.toString()))
        .isEqualTo("there is no such run (" + none + "): check the name of the folder");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(failure(1, "--resume", empty.toString())).contains("spec.json");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aSpecThatIsNone() throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.json"), "{\"oops\": [1, 2");

    assertThat(failure(1, "--spec", spec.toString())).contains(spec.toString());
    assertThat(failure(1, "--spec", folder.resolve("none.json").toString())).contains("none.json");
  }

  @Test
  void aFileInTheWayOfTheOutputFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Path inside = file.resolve("runs");

    for (Path target : new Path[] {file, inside}) {
      Outcome outcome =
          Outcome.of(
              "finetune", "--out", target.toString(), "--weights", "random", "--epochs", "1");

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.error()).contains(file.toString());
      assertThat(file).hasContent("in the way");
    }
  }

  @Test
  void aComparisonOfImpossibleFiguresFailsBeforeTraining() {
    Outcome outcome = Outcome.of("compare", "--out", out.toString(), "--figure-width", "5");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).isEqualTo("figure width must lie in [200, 18000], got 5");
    assertThat(out).doesNotExist();
  }

  @Test
  void aComparisonOfTheSameSeedTwice() {
    Outcome outcome = Outcome.of("compare", "--out", out.toString(), "--seeds", "3,4,3");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).isEqualTo("seeds must differ, got [3, 4, 3]");
    assertThat(out).doesNotExist();
  }

  @Test
  void subsetsThatCannotBeCut() {
    String data = "sample-data/fashion-mnist-mini";
    Outcome none =
        Outcome.of("subset", "--data", data, "--train-per-class", "0", "--out", out.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.error()).contains("at least 1, got 0 training");

    Outcome many =
        Outcome.of("subset", "--data", data, "--train-per-class", "101", "--out", out.toString());
    assertThat(many.code()).isEqualTo(1);
    assertThat(many.error()).contains("101");
    assertThat(out).doesNotExist();
  }

  @Test
  void pretrainingOfTooFewImages() {
    Outcome outcome =
        Outcome.of("pretrain", "--out", out.toString(), "--batch-size", "5000", "--device", "cpu");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.error()).contains("the batch size 5000 is larger");
    assertThat(out).doesNotExist();
  }
}
