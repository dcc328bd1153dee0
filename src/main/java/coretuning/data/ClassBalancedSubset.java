package coretuning.data;

import coretuning.data.format.IdxArray;
import coretuning.data.format.IdxReader;
import coretuning.data.format.IdxWriter;
import coretuning.data.format.NameFile;
import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Cuts a small IDX data set out of a large one: the same number of random images of each class.
///
/// @param trainPerClass training images of each class, at least 1
/// @param testPerClass test images of each class, at least 1
/// @param seed of the choice
public record ClassBalancedSubset(int trainPerClass, int testPerClass, long seed) {

  public ClassBalancedSubset {
    if (trainPerClass < 1 || testPerClass < 1) {
      throw new IllegalArgumentException(
          "images per class must be at least 1, got %d training and %d test"
              .formatted(trainPerClass, testPerClass));
    }
  }

  /// Reads the IDX folder `source` and writes the subset to `target` as four gzipped IDX files, at
  /// the original image size and in the original order, with `classes.txt` if there is one. The
  /// same source and seed give the same bytes.
  ///
  /// @throws Problem if a class has too few images or a file cannot be read or written
  public void writeIdx(Path source, Path target) {
    IdxReader.Part train = chosen(IdxReader.part(source, IdxReader.TRAIN), trainPerClass, 0);
    IdxReader.Part test = chosen(IdxReader.part(source, IdxReader.TEST), testPerClass, 1);
    write(target, IdxReader.TRAIN, train);
    write(target, IdxReader.TEST, test);
    Path names = source.resolve(IdxReader.CLASS_NAMES);
    if (Files.isRegularFile(names)) {
      String lines = String.join("\n", NameFile.read(names)) + "\n";
      AtomicFile.writeText(target.resolve(IdxReader.CLASS_NAMES), lines);
    }
  }

  private IdxReader.Part chosen(IdxReader.Part part, int perClass, int stream) {
    byte[] codes = part.labels().values();
    int[] labels = IntStream.range(0, codes.length).map(i -> codes[i] & 0xff).toArray();
    int classes = IntStream.of(labels).max().orElseThrow() + 1;
    List<int[]> shuffled =
        ClassBalance.shuffled(
            labels, 0, labels.length, classes, RandomStream.of(seed, stream).nextLong());
    for (int label = 0; label < classes; label++) {
      if (shuffled.get(label).length < perClass) {
        throw new Problem(
            "class %d has %d images, %d are wanted"
                .formatted(label, shuffled.get(label).length, perClass),
            part.labelFile().toString(),
            "ask for fewer images per class");
      }
    }
    int[] ids =
        ClassBalance.merged(shuffled.stream().map(each -> Arrays.copyOf(each, perClass)).toList());
    return new IdxReader.Part(
        part.imageFile(), part.labelFile(), rows(part.images(), ids), rows(part.labels(), ids));
  }

  private static IdxArray rows(IdxArray array, int[] ids) {
    int[] dimensions = array.dimensions().clone();
    int each = array.values().length / dimensions[0];
    dimensions[0] = ids.length;
    var values = new byte[ids.length * each];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(array.values(), ids[i] * each, values, i * each, each);
    }
    return new IdxArray(dimensions, values);
  }

  private static void write(Path target, String part, IdxReader.Part chosen) {
    IdxWriter.write(target.resolve(part + "-images-idx3-ubyte.gz"), chosen.images());
    IdxWriter.write(target.resolve(part + "-labels-idx1-ubyte.gz"), chosen.labels());
  }
}
