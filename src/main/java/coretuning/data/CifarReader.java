package coretuning.data;

import coretuning.result.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads the binary versions of CIFAR-10 and CIFAR-100 (Krizhevsky 2009): records of the label
/// bytes, then 32 x 32 red, green and blue bytes. The folder may be the unpacked archive's or the
/// one above it.
final class CifarReader {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int IMAGE_BYTES = CHANNELS * SIDE * SIDE;

  private static final Layout CIFAR10 =
      new Layout(
          "cifar-10-batches-bin",
          IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted).toList(),
          "test_batch.bin",
          "batches.meta.txt",
          1,
          10);

  /// The coarse label (super-class) comes first, the fine one is used.
  private static final Layout CIFAR100 =
      new Layout(
          "cifar-100-binary", List.of("train.bin"), "test.bin", "fine_label_names.txt", 2, 100);

  private CifarReader() {}

  /// How one of the two lies on disk.
  ///
  /// @param labelBytes before each image; the last one is the label
  private record Layout(
      String folder,
      List<String> train,
      String test,
      String classNames,
      int labelBytes,
      int classCount) {}

  static Listing read10(Path root) {
    return read(root, CIFAR10);
  }

  static Listing read100(Path root) {
    return read(root, CIFAR100);
  }

  private static Listing read(Path root, Layout layout) {
    Path inner = root.resolve(layout.folder());
    Path folder = Files.isDirectory(inner) ? inner : root;
    List<Path> files =
        Stream.concat(layout.train().stream(), Stream.of(layout.test()))
            .map(folder::resolve)
            .toList();
    var pixels = new ByteArrayOutputStream();
    var labels = new ArrayList<Integer>();
    int trainCount = 0;
    for (Path file : files) {
      trainCount = labels.size();
      append(file, layout.labelBytes(), pixels, labels);
    }
    return new Listing(
        root,
        files,
        classNames(folder.resolve(layout.classNames()), layout.classCount()),
        labels.stream().mapToInt(Integer::intValue).toArray(),
        trainCount,
        new RawPixels(CHANNELS, SIDE, SIDE, pixels.toByteArray()));
  }

  private static void append(
      Path file, int labelBytes, ByteArrayOutputStream pixels, List<Integer> labels) {
    byte[] records = bytes(file);
    int each = labelBytes + IMAGE_BYTES;
    if (records.length == 0 || records.length % each != 0) {
      throw new Problem(
          "the CIFAR file is cut short: %d bytes are no whole number of %d-byte records"
              .formatted(records.length, each),
          file.toString(),
          "fetch the binary version of the data set again");
    }
    for (int at = 0; at < records.length; at += each) {
      labels.add(records[at + labelBytes - 1] & 0xff);
      pixels.write(records, at + labelBytes, IMAGE_BYTES);
    }
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Problem(
          "there is no file " + file.getFileName(),
          String.valueOf(file.getParent()),
          "choose the folder of the binary version (.bin files) of the data set");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new Problem(
          "the CIFAR file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check the file and its access rights",
          failure);
    }
  }

  private static List<String> classNames(Path file, int classCount) {
    return Files.isRegularFile(file)
        ? NameFile.read(file)
        : IntStream.range(0, classCount).mapToObj(Integer::toString).toList();
  }
}
