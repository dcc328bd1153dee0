package coretuning.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/// SHA-256 over a data set as it is served: two runs with the same hash saw the same images and
/// labels, wherever the files lay.
public final class DataHash {
  private DataHash() {}

  /// Hashes the numbers of training and test images, channels, image size, classes, validation
  /// images if there are any, then label and pixels of every sample in the order of the ids.
  ///
  /// @return 64 hexadecimal digits
  public static String of(Dataset dataset) {
    MessageDigest digest = Sha256.digest();
    digest.update(
        ByteBuffer.allocate(5 * Integer.BYTES)
            .putInt(dataset.trainIds().length)
            .putInt(dataset.testIds().length)
            .putInt(dataset.channels())
            .putInt(dataset.imageSize())
            .putInt(dataset.classCount())
            .flip());
    int validation = dataset.validationIds().length;
    if (validation > 0) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(validation).flip());
    }
    var pixels = new byte[dataset.channels() * dataset.imageSize() * dataset.imageSize()];
    for (int id = 0; id < dataset.size(); id++) {
      dataset.copyPixels(id, pixels);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(dataset.label(id)).flip());
      digest.update(pixels);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
