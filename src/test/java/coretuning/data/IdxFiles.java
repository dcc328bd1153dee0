package coretuning.data;

import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes small IDX folders by hand, byte by byte, without the code under test.
final class IdxFiles {
  static final int SIDE = 8;

  private IdxFiles() {}

  /// Two parts with the given labels; every pixel of image i is `i` (training) or `100 + i` (test).
  static Path folder(Path root, int[] train, int[] test) throws IOException {
    part(root, "train", train, 0);
    part(root, "t10k", test, 100);
    return root;
  }

  static void part(Path root, String name, int[] labels, int firstValue) throws IOException {
    var images = ByteBuffer.allocate(16 + labels.length * SIDE * SIDE);
    images.putInt(0x803).putInt(labels.length).putInt(SIDE).putInt(SIDE);
    var codes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
    for (int i = 0; i < labels.length; i++) {
      codes.put((byte) labels[i]);
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        images.put((byte) (firstValue + i));
      }
    }
    Files.write(root.resolve(name + "-images-idx3-ubyte"), images.array());
    Files.write(root.resolve(name + "-labels-idx1-ubyte"), codes.array());
  }

  static DataSpec spec(DataFormat format, Path root, int imageSize) {
    return new DataSpec(
        format,
        root.toString(),
        imageSize,
        0,
        1,
        DataSpec.IMAGENET_MEAN,
        DataSpec.IMAGENET_DEVIATION);
  }

  static Dataset open(Path root) {
    return Datasets.open(spec(DataFormat.IDX, root, SIDE), root.resolve("cache"));
  }

  /// `perClass` labels of each of `classes` classes, one class after another.
  static int[] labels(int classes, int perClass) {
    var labels = new int[classes * perClass];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i / perClass;
    }
    return labels;
  }

  static List<Integer> boxed(int[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }
}
