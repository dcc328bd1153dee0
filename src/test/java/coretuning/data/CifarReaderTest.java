package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarReaderTest {
  @TempDir Path root;

  @BeforeEach
  void writeBoth() throws IOException {
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(root.resolve("data_batch_" + batch + ".bin"), record(batch, batch));
    }
    Files.write(root.resolve("test_batch.bin"), record(60, 9));
    Files.write(root.resolve("train.bin"), joined(record(1, 3, 40), record(2, 3, 99)));
    Files.write(root.resolve("test.bin"), record(7, 0, 41));
  }

  @Test
  void cifar10JoinsItsFiveBatches() {
    Dataset dataset = open(DataFormat.CIFAR10);

    assertThat(dataset.trainIds()).containsExactly(0, 1, 2, 3, 4);
    assertThat(dataset.testIds()).containsExactly(5);
    assertThat(dataset.label(4)).isEqualTo(5);
    assertThat(dataset.label(5)).isEqualTo(9);
    assertThat(dataset.classCount()).isEqualTo(10);
    assertThat(dataset.channels()).isEqualTo(3);
  }

  @Test
  void redGreenAndBlueLieInPlanes() {
    byte[] rgb = open(DataFormat.CIFAR10).rgb(5);

    assertThat(Arrays.copyOf(rgb, 6)).containsExactly(60, 61, 62, 60, 61, 62);
  }

  @Test
  void cifar100UsesTheFineLabel() {
    Dataset dataset = open(DataFormat.CIFAR100);

    assertThat(new int[] {dataset.label(0), dataset.label(1), dataset.label(2)})
        .containsExactly(40, 99, 41);
    assertThat(dataset.classCount()).isEqualTo(100);
  }

  @Test
  void classNamesAndThePackedFolderAreFound() throws IOException {
    Path inner = Files.createDirectory(root.resolve("cifar-10-batches-bin"));
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(inner.resolve("data_batch_" + batch + ".bin"), record(batch, batch % 2));
    }
    Files.write(inner.resolve("test_batch.bin"), record(60, 1));
    Files.writeString(inner.resolve("batches.meta.txt"), "airplane\nautomobile\n\n");

    assertThat(open(DataFormat.CIFAR10).classNames()).containsExactly("airplane", "automobile");
  }

  @Test
  void aMissingBatchIsAProblem() throws IOException {
    Files.delete(root.resolve("data_batch_3.bin"));

    assertProblem(DataFormat.CIFAR10, "no file data_batch_3.bin");
  }

  @Test
  void aShortFileIsAProblem() throws IOException {
    Files.write(root.resolve("test.bin"), new byte[3000]);

    assertProblem(DataFormat.CIFAR100, "cut short: 3000 bytes");
  }

  @Test
  void imagesAreResizedWhenAnotherSizeIsAsked() {
    var spec = IdxFiles.spec(DataFormat.CIFAR10, root, 16);

    assertThat(Datasets.open(spec, root).rgb(5)).hasSize(16 * 16 * 3).contains(60, 61, 62);
  }

  private Dataset open(DataFormat format) {
    return Datasets.open(IdxFiles.spec(format, root, 32), root);
  }

  private void assertProblem(DataFormat format, String part) {
    assertThatThrownBy(() -> open(format))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(part)
        .hasMessageContaining(root.toString());
  }

  /// The label bytes, then planes of `red`, `red + 1` and `red + 2`.
  private static byte[] record(int red, int... labels) {
    var bytes = new ByteArrayOutputStream();
    for (int label : labels) {
      bytes.write(label);
    }
    for (int channel = 0; channel < 3; channel++) {
      for (int pixel = 0; pixel < 1024; pixel++) {
        bytes.write(red + channel);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
