package coretuning.data.format;

import coretuning.data.image.RawPixels;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads MNIST-style folders: images and labels of a training and a test part as four IDX files,
/// each plain or gzipped. IDX has no class names: an optional `classes.txt` beside the files gives
/// them, one a line; without it classes are called by their number.
public final class IdxReader implements DataReader {
  /// Name of the training part.
  public static final String TRAIN = "train";

  /// Name of the test part.
  public static final String TEST = "t10k";

  /// Optional file of class names.
  public static final String CLASS_NAMES = "classes.txt";

  private static final String IMAGES = "-images-idx3-ubyte";

  IdxReader() {}

  /// Images and labels of one part.
  ///
  /// @param images `[count, height, width]`
  /// @param labels `[count]`
  public record Part(Path imageFile, Path labelFile, IdxArray images, IdxArray labels) {}

  @Override
  public DataFormat format() {
    return DataFormat.IDX;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return find(folder.path(), TRAIN + IMAGES).isPresent()
            && find(folder.path(), TEST + IMAGES).isPresent()
        ? Optional.of("IDX files of images and labels, as of MNIST")
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Path root = folder.path();
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
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < labels.length; i++) {
      boolean learnt = i < size[0];
      samples.add(
          new Sample(
              learnt ? train.imageFile() : test.imageFile(),
              labels[i],
              Optional.of(learnt ? coretuning.result.Part.TRAIN : coretuning.result.Part.TEST),
              ""));
    }
    return new Samples(
        root,
        classNames(root, labels),
        samples,
        new RawPixels(1, size[1], size[2], pixels),
        OptionalInt.empty(),
        List.of());
  }

  /// Reads one part.
  ///
  /// @param part [#TRAIN] or [#TEST]
  public static Part part(Path root, String part) {
    Path imageFile = existing(root, part + IMAGES);
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
    return find(root, name)
        .orElseThrow(() ->
            new Problem(
                "there is neither %s.gz nor %s".formatted(name, name),
                root.toString(),
                "choose the folder that holds the four IDX files, or another format"));
  }

  private static Optional<Path> find(Path root, String name) {
    return Stream.of(".gz", "")
        .map(suffix -> root.resolve(name + suffix))
        .filter(Files::isRegularFile)
        .findFirst();
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
