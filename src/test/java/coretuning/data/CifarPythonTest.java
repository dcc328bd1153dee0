package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.format.Formats;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CIFAR as pickled by Python 2 with protocol 2, written here operation by operation.
class CifarPythonTest {
  @TempDir Path root;

  @Test
  void cifar10IsReadFromItsPickledBatches() throws IOException {
    Path folder = Files.createDirectory(root.resolve("cifar-10-batches-py"));
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch), batch("labels", batch, batch - 1));
    }
    Files.write(folder.resolve("test_batch"), batch("labels", 60, 4));
    Files.write(
        folder.resolve("batches.meta"),
        names("label_names", "airplane", "automobile", "bird", "cat", "deer"));
    Dataset dataset = open(SampleChoice.standard());

    assertThat(Formats.recognise(root).orElseThrow().why()).contains("CIFAR-10 for Python");
    assertThat(dataset.classNames())
        .containsExactly("airplane", "automobile", "bird", "cat", "deer");
    assertThat(dataset.trainIds()).hasSize(5);
    assertThat(dataset.label(5)).isEqualTo(4);
    assertThat(dataset.rgb(5)).startsWith(60, 61, 62);
  }

  @Test
  void cifar100HasFineAndCoarseLabels() throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(batch("fine_labels", 7, 0, 1));
    byte[] train = withSecondList(out.toByteArray(), "coarse_labels", 1, 0);
    Files.write(root.resolve("train"), train);
    Files.write(root.resolve("test"), train);
    Files.write(root.resolve("meta"), names("fine_label_names", "apple", "bee"));
    Dataset fine = open(SampleChoice.standard());

    assertThat(fine.classNames()).containsExactly("apple", "bee");
    assertThat(new int[] {fine.label(0), fine.label(1)}).containsExactly(0, 1);
    var coarse = new SampleChoice(1, LabelSet.COARSE, List.of(), List.of(), false);
    Files.write(root.resolve("meta"), names("coarse_label_names", "fruit", "insects"));
    assertThat(open(coarse).label(0)).isEqualTo(1);
  }

  @Test
  void aBatchThatCallsSomethingIsRefused() throws IOException {
    Files.write(root.resolve("meta"), names("fine_label_names", "apple", "bee"));
    Files.writeString(root.resolve("train"), "cos\nsystem\n(S'touch evil'\ntR.");
    Files.writeString(root.resolve("test"), "N.");

    assertThatThrownBy(() -> open(SampleChoice.standard()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("os.system")
        .hasMessageContaining(root.resolve("train").toString());
  }

  private Dataset open(SampleChoice choice) {
    return Datasets.open(
        IdxFiles.spec(DataFormat.AUTO, root, 32).withChoice(choice), root.resolve("cache"));
  }

  /// A dict of an array of images filled with `red`, `red + 1`, `red + 2` by channel, and labels.
  private static byte[] batch(String key, int red, int... labels) {
    var pixels = new byte[labels.length * 3072];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (red + i % 3072 / 1024);
    }
    var out = new Pickle();
    out.text("\u0080\u0002}(").string("data");
    out.text("cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\0\u0085")
        .string("b")
        .text("tR");
    out.text("(K\1(K").text((char) labels.length + "M\0\u000ct");
    out.text("cnumpy\ndtype\n(").string("u1").text("K\0K\1tR(K\3").string("|");
    out.text("NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tb\u0089T");
    out.length(pixels.length).bytes(pixels).text("tb");
    return out.list(key, labels).text("u.").done();
  }

  /// The same dict with one more list: its last two operations are set aside meanwhile.
  private static byte[] withSecondList(byte[] dict, String key, int... labels) {
    var out = new Pickle();
    out.bytes(java.util.Arrays.copyOf(dict, dict.length - 2));
    return out.list(key, labels).text("u.").done();
  }

  private static byte[] names(String key, String... names) {
    var out = new Pickle().text("\u0080\u0002}(").string(key).text("](");
    for (String each : names) {
      out.string(each);
    }
    return out.text("eu.").done();
  }

  /// Bytes of a pickle.
  private static final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle text(String latin1) {
      return bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Pickle string(String text) {
      return text("U" + (char) text.length() + text);
    }

    Pickle bytes(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Pickle length(int value) {
      return bytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    Pickle list(String key, int... values) {
      string(key).text("](");
      for (int value : values) {
        text("K" + (char) value);
      }
      return text("e");
    }

    byte[] done() {
      return out.toByteArray();
    }
  }
}
