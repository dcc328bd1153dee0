package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  @TempDir Path root;

  @BeforeEach
  void writeFolder() throws IOException {
    IdxFiles.folder(root, new int[] {1, 0, 2}, new int[] {2, 0});
  }

  @Test
  void trainingImagesComeFirstThenTestImages() {
    Dataset dataset = IdxFiles.open(root);

    assertThat(dataset.size()).isEqualTo(5);
    assertThat(dataset.trainIds()).containsExactly(0, 1, 2);
    assertThat(dataset.testIds()).containsExactly(3, 4);
    assertThat(dataset.channels()).isEqualTo(1);
    assertThat(dataset.file(0)).isEmpty();
    assertThat(dataset.imageSize()).isEqualTo(8);
    assertThat(dataset.classNames()).containsExactly("0", "1", "2");
    assertThat(new int[] {dataset.label(0), dataset.label(3)}).containsExactly(1, 2);
    var pixels = new byte[64];
    dataset.copyPixels(4, pixels);
    assertThat(pixels).containsOnly(101);
  }

  @Test
  void grayPixelsAreRepeatedForDisplay() {
    assertThat(IdxFiles.open(root).rgb(2)).hasSize(8 * 8 * 3).containsOnly(2);
  }

  @Test
  void gzippedFilesReadAsPlainOnes() throws IOException {
    Path plain = root.resolve("train-images-idx3-ubyte");
    gzip(plain, root.resolve("train-images-idx3-ubyte.gz"));
    Files.delete(plain);

    assertThat(IdxFiles.open(root).rgb(1)).containsOnly(1);
  }

  @Test
  void classNamesComeFromTheFileBesideTheImages() throws IOException {
    Files.writeString(root.resolve("classes.txt"), "cat\ndog\n\nfrog\n");

    assertThat(IdxFiles.open(root).classNames()).containsExactly("cat", "dog", "frog");
  }

  @Test
  void tooFewClassNamesAreAProblem() throws IOException {
    Files.writeString(root.resolve("classes.txt"), "cat\ndog\n");

    assertProblem("label 2 has no class name");
  }

  @Test
  void aMissingFolderIsAProblem() {
    var spec = IdxFiles.spec(DataFormat.IDX, root.resolve("nowhere"), 8);

    assertThatThrownBy(() -> Datasets.open(spec, root))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such folder")
        .hasMessageContaining("nowhere");
  }

  @Test
  void aMissingFileIsAProblemThatNamesIt() throws IOException {
    Files.delete(root.resolve("t10k-labels-idx1-ubyte"));

    assertProblem("neither t10k-labels-idx1-ubyte.gz nor t10k-labels-idx1-ubyte");
  }

  @Test
  void differentCountsOfImagesAndLabelsAreAProblem() throws IOException {
    Path labels = root.resolve("train-labels-idx1-ubyte");
    Files.write(labels, new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 1});

    assertProblem("3 images but 2 labels");
  }

  @Test
  void aWrongMagicNumberIsAProblem() throws IOException {
    Files.copy(
        root.resolve("t10k-labels-idx1-ubyte"),
        root.resolve("t10k-images-idx3-ubyte"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertProblem("wrong magic number 0x00000801");
  }

  @Test
  void aShortFileIsAProblem() throws IOException {
    cut(root.resolve("train-images-idx3-ubyte"), 16 + 100);
    assertProblem("names 192 values, the file holds 100");
    cut(root.resolve("train-images-idx3-ubyte"), 9);
    assertProblem("ends too early");
  }

  @Test
  void aShortGzipFileIsAProblem() throws IOException {
    Path gzipped = root.resolve("train-images-idx3-ubyte.gz");
    gzip(root.resolve("train-images-idx3-ubyte"), gzipped);
    cut(gzipped, (int) Files.size(gzipped) - 12);

    assertProblem("ends too early");
  }

  @Test
  void aDamagedGzipFileIsAProblem() throws IOException {
    Files.write(root.resolve("train-images-idx3-ubyte.gz"), new byte[40]);

    assertProblem("gzip file is damaged");
  }

  @Test
  void anOverlongFileIsAProblem() throws IOException {
    Path file = root.resolve("train-labels-idx1-ubyte");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));

    assertProblem("names 3 values, the file holds more");
  }

  @Test
  void anImpossibleDimensionIsAProblem() throws IOException {
    Path file = root.resolve("train-images-idx3-ubyte");
    byte[] bytes = Files.readAllBytes(file);
    bytes[4] = (byte) 0xff;
    Files.write(file, bytes);

    assertProblem("dimension of -16777213");
  }

  @Test
  void fewerThanTwoClassesAreAProblem() throws IOException {
    IdxFiles.folder(root, new int[] {1, 1}, new int[] {1, 0});

    assertProblem("fewer than 2 classes");
  }

  private void assertProblem(String part) {
    assertThatThrownBy(() -> IdxFiles.open(root))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(part)
        .hasMessageContaining(root.toString());
  }

  private static void gzip(Path from, Path to) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(to))) {
      out.write(Files.readAllBytes(from));
    }
  }

  private static void cut(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }
}
