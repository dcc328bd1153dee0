package coretuning.data;

import coretuning.result.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Reads MNIST-style folders: images and labels of a training and a test part as four IDX files,
/// each plain or gzipped. IDX has no class names: an optional `classes.txt` beside the files gives
/// them, one a line; without it classes are called by their number.
final class IdxReader {
  static final String TRAIN = "train";
  static final String TEST = "t10k";
  static final String CLASS_NAMES = "classes.txt";

  private IdxReader() {}

  /// Images and labels of one part.
  ///
  /// @param images `[count, height, width]`
  /// @param labels `[count]`
  record Part(Path imageFile, Path labelFile, IdxArray images, IdxArray labels) {}

  /// Reads the whole folder.
  static Listing read(Path root) {
    Part train = part(root, TRAIN);
    Part test = part(root, TEST);
    int[] size = train.images().dimensions();
    int[] other = test.images().dimensions();
    if (size[1] != other[1] || size[2] != other[2]) {
      throw new Problem(
          "training images are %d x %d, test images %d x %d"
              .formatted(size[2], size[1], other[2], other[1]),
          root.toString(),
          "use training and test files of one data set");
    }
    var pixels = joined(train.images().values(), test.images().values());
    byte[] codes = joined(train.labels().values(), test.labels().values());
    int[] labels = IntStream.range(0, codes.length).map(i -> codes[i] & 0xff).toArray();
    return new Listing(
        root,
        List.of(train.imageFile(), train.labelFile(), test.imageFile(), test.labelFile()),
        classNames(root, labels),
        labels,
        size[0],
        new RawPixels(1, size[1], size[2], pixels));
  }

  /// Reads one part.
  ///
  /// @param part [#TRAIN] or [#TEST]
  static Part part(Path root, String part) {
    Path imageFile = existing(root, part + "-images-idx3-ubyte");
    Path labelFile = existing(root, part + "-labels-idx1-ubyte");
    IdxArray images = IdxArray.read(imageFile, 3);
    IdxArray labels = IdxArray.read(labelFile, 1);
    if (images.dimensions()[0] != labels.dimensions()[0]) {
      throw new Problem(
          "%d images but %d labels".formatted(images.dimensions()[0], labels.dimensions()[0]),
          imageFile + " and " + labelFile.getFileName(),
          "use images and labels of one data set");
    }
    return new Part(imageFile, labelFile, images, labels);
  }

  private static Path existing(Path root, String name) {
    for (String suffix : List.of(".gz", "")) {
      Path file = root.resolve(name + suffix);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new Problem(
        "there is neither %s.gz nor %s".formatted(name, name),
        root.toString(),
        "choose the folder that holds the four IDX files, or another format");
  }

  private static byte[] joined(byte[] one, byte[] other) {
    var both = new byte[Math.addExact(one.length, other.length)];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static List<String> classNames(Path root, int[] labels) {
    Path file = root.resolve(CLASS_NAMES);
    if (Files.isRegularFile(file)) {
      return NameFile.read(file);
    }
    int classes = IntStream.of(labels).max().orElse(-1) + 1;
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }
}
