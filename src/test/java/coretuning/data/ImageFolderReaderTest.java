package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderReaderTest {
  @TempDir Path root;
  @TempDir Path cache;

  @Test
  void classesLieBelowTrainAndTest() throws IOException {
    image("train/cat/1.png", 10);
    image("train/dog/1.png", 20);
    image("train/dog/2.png", 21);
    image("test/dog/9.png", 30);
    Dataset dataset = open();

    assertThat(dataset.classNames()).containsExactly("cat", "dog");
    assertThat(labels(dataset)).containsExactly(0, 1, 1, 1);
    assertThat(dataset.trainIds()).containsExactly(0, 1, 2);
    assertThat(dataset.testIds()).containsExactly(3);
    assertThat(values(dataset)).containsExactly(10, 20, 21, 30);
    assertThat(dataset.channels()).isEqualTo(3);
    assertThat(dataset.file(2)).contains(Path.of("train", "dog", "2.png").toString());
    assertThat(dataset.file(3)).contains(Path.of("test", "dog", "9.png").toString());
  }

  @Test
  void validationImagesStandInForMissingTestImages() throws IOException {
    image("train/cat/1.png", 10);
    image("train/dog/1.png", 20);
    image("val/cat/1.png", 30);

    assertThat(values(open())).containsExactly(10, 20, 30);
  }

  @Test
  void filesAndClassesAreInNaturalOrderAtAnyDepth() throws IOException {
    image("train/class10/a.png", 3);
    image("train/class2/img10.png", 2);
    image("train/class2/img9.png", 1);
    image("train/class2/deep/img1.png", 0);
    image("test/class10/a.png", 9);
    Dataset dataset = open();

    assertThat(dataset.classNames()).containsExactly("class2", "class10");
    assertThat(values(dataset)).containsExactly(0, 1, 2, 3, 9);
  }

  @Test
  void aFifthOfEachClassBecomesTestWhereThereIsNone() throws IOException {
    for (int i = 0; i < 10; i++) {
      image("cat/%d.png".formatted(i), i);
      image("dog/%d.png".formatted(i), 100 + i);
    }
    Dataset dataset = open();

    assertThat(dataset.testIds()).hasSize(4);
    assertThat(Arrays.stream(dataset.testIds()).map(dataset::label)).containsExactly(0, 0, 1, 1);
    assertThat(values(dataset)).doesNotHaveDuplicates().hasSize(20);
    assertThat(values(open())).isEqualTo(values(dataset));
  }

  @Test
  void otherFilesAndHiddenFoldersArePassedOver() throws IOException {
    image("train/cat/1.png", 10);
    image("train/dog/1.png", 20);
    image("test/cat/1.png", 30);
    Files.writeString(root.resolve("train/cat/notes.txt"), "a cat");
    Files.writeString(root.resolve("train/cat/._1.png"), "left behind by another system");
    Files.createDirectories(root.resolve("train/.thumbnails"));

    assertThat(values(open())).containsExactly(10, 20, 30);
  }

  @Test
  void largeImagesAreResizedAndCropped() throws IOException {
    var wide = new BufferedImage(48, 16, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 16; y++) {
      for (int x = 16; x < 32; x++) {
        wide.setRGB(x, y, 0x506070);
      }
    }
    image("train/cat/1.png", 10);
    write("train/dog/1.png", wide);
    image("test/cat/1.png", 30);
    byte[] rgb = open().rgb(1);

    for (int pixel = 0; pixel < 64; pixel++) {
      assertThat(Arrays.copyOfRange(rgb, 3 * pixel, 3 * pixel + 3))
          .containsExactly(0x50, 0x60, 0x70);
    }
  }

  @Test
  void aFolderWithoutClassesIsAProblem() throws IOException {
    image("1.png", 10);

    assertProblem("no class folders", root);
  }

  @Test
  void anEmptyClassFolderIsAProblemThatNamesIt() throws IOException {
    image("train/cat/1.png", 10);
    Files.createDirectories(root.resolve("train/dog"));

    assertProblem("class folder dog holds no images", root.resolve("train/dog"));
  }

  @Test
  void aTestClassWithoutTrainingImagesIsAProblem() throws IOException {
    image("train/cat/1.png", 10);
    image("train/dog/1.png", 10);
    image("test/cow/1.png", 10);

    assertProblem("test class cow has no training images", root.resolve("test/cow"));
  }

  @Test
  void aSingleClassIsAProblem() throws IOException {
    image("cat/1.png", 10);
    image("cat/2.png", 10);

    assertProblem("fewer than 2 classes", root);
  }

  @Test
  void aClassOfOneImageCannotBeSplit() throws IOException {
    image("cat/1.png", 10);
    image("dog/1.png", 10);

    assertProblem("class of one image", root.resolve("cat"));
  }

  @Test
  void aTruncatedImageStopsTheLoadingAndLeavesNoCacheBehind() throws IOException {
    image("train/cat/1.png", 10);
    image("train/dog/1.png", 20);
    image("test/cat/1.png", 30);
    Path file = root.resolve("train/dog/1.png");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 12));

    assertProblem("truncated", file);
    try (var left = Files.list(cache)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private Dataset open() {
    return Datasets.open(IdxFiles.spec(DataFormat.IMAGE_FOLDER, root, 8), cache);
  }

  private void assertProblem(String part, Path where) {
    assertThatThrownBy(this::open)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(part)
        .hasMessageContaining(where.toString());
  }

  private void image(String path, int gray) throws IOException {
    var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 64; pixel++) {
      image.setRGB(pixel % 8, pixel / 8, gray * 0x010101);
    }
    write(path, image);
  }

  private void write(String path, BufferedImage image) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private static int[] labels(Dataset dataset) {
    int[] labels = new int[dataset.size()];
    Arrays.setAll(labels, dataset::label);
    return labels;
  }

  private static int[] values(Dataset dataset) {
    int[] values = new int[dataset.size()];
    Arrays.setAll(values, id -> dataset.rgb(id)[0] & 0xff);
    return values;
  }
}
