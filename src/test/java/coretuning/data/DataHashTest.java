package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.DataFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHashTest {
  @TempDir Path root;
  @TempDir Path other;

  @Test
  void itIsTheSha256OfCountsLabelsAndPixels() throws IOException, NoSuchAlgorithmException {
    IdxFiles.folder(root, new int[] {1, 0}, new int[] {1});
    var expected = ByteBuffer.allocate(20 + 3 * (4 + 64));
    expected.putInt(2).putInt(1).putInt(1).putInt(8).putInt(2);
    int[] labels = {1, 0, 1};
    int[] values = {0, 1, 100};
    for (int id = 0; id < 3; id++) {
      expected.putInt(labels[id]);
      for (int pixel = 0; pixel < 64; pixel++) {
        expected.put((byte) values[id]);
      }
    }
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(expected.array());

    assertThat(DataHash.of(IdxFiles.open(root))).isEqualTo(HexFormat.of().formatHex(sha));
  }

  @Test
  void thePlaceOfTheFilesDoesNotMatter() throws IOException {
    IdxFiles.folder(root, new int[] {1, 0}, new int[] {1});
    IdxFiles.folder(other, new int[] {1, 0}, new int[] {1});

    assertThat(DataHash.of(IdxFiles.open(other))).isEqualTo(DataHash.of(IdxFiles.open(root)));
  }

  @Test
  void anotherLabelPixelOrSizeGivesAnotherHash() throws IOException {
    IdxFiles.folder(root, new int[] {1, 0}, new int[] {1});
    String before = DataHash.of(IdxFiles.open(root));
    var larger = IdxFiles.spec(DataFormat.IDX, root, 9);
    assertThat(DataHash.of(Datasets.open(larger, root))).isNotEqualTo(before);

    IdxFiles.folder(other, new int[] {1, 0}, new int[] {0});
    assertThat(DataHash.of(IdxFiles.open(other))).isNotEqualTo(before);

    Path images = root.resolve("t10k-images-idx3-ubyte");
    byte[] bytes = Files.readAllBytes(images);
    bytes[40]++;
    Files.write(images, bytes);
    assertThat(DataHash.of(IdxFiles.open(root))).isNotEqualTo(before);
  }
}
