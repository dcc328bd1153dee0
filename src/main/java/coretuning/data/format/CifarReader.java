package coretuning.data.format;

import coretuning.data.image.FileBytes;
import coretuning.data.image.RawPixels;
import coretuning.pickle.DataPickle;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads CIFAR-10 and CIFAR-100 (Krizhevsky 2009), both in two versions. Binary: records of the
/// label bytes, then 32 x 32 red, green and blue bytes. For Python: pickled dicts of an array
/// `[count, 3072]` and a list of labels. The folder may be the unpacked archive's or the one above.
final class CifarReader implements DataReader {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int MOST_BYTES = 1 << 28;
  private static final int IMAGE_BYTES = CHANNELS * SIDE * SIDE;

  private final Version binary;
  private final Version python;
  private final DataFormat format;

  private CifarReader(DataFormat format, Version binary, Version python) {
    this.format = format;
    this.binary = binary;
    this.python = python;
  }

  static CifarReader cifar10() {
    return new CifarReader(
        DataFormat.CIFAR10,
        new Version(
            "cifar-10-batches-bin",
            numbered("data_batch_%d.bin"),
            "test_batch.bin",
            "batches.meta.txt",
            1,
            10),
        new Version(
            "cifar-10-batches-py", numbered("data_batch_%d"), "test_batch", "batches.meta", 0, 10));
  }

  static CifarReader cifar100() {
    return new CifarReader(
        DataFormat.CIFAR100,
        new Version(
            "cifar-100-binary", List.of("train.bin"), "test.bin", "fine_label_names.txt", 2, 100),
        new Version("cifar-100-python", List.of("train"), "test", "meta", 0, 100));
  }

  private static List<String> numbered(String name) {
    return IntStream.rangeClosed(1, 5).mapToObj(name::formatted).toList();
  }

  /// How one of the versions lies on disk.
  ///
  /// @param labelBytes before each image; CIFAR-100's super-class comes first; 0: pickled
  private record Version(
      String folder,
      List<String> train,
      String test,
      String names,
      int labelBytes,
      int classCount) {

    private boolean isIn(Folder folder) {
      return folder.hasFile(test) && folder.hasFile(train.getFirst());
    }

    private Folder inside(Folder root) {
      return root.folder(folder).orElse(root);
    }
  }

  /// Images and labels as they are read.
  private record Content(ByteArrayOutputStream pixels, List<Sample> samples) {

    private void add(Path file, byte[] images, int[] labels, Part part) {
      if (images.length != (long) labels.length * IMAGE_BYTES) {
        throw new Problem(
            "%d labels but %d bytes of images".formatted(labels.length, images.length),
            file.toString(),
            "fetch the data set again");
      }
      pixels.writeBytes(images);
      for (int label : labels) {
        samples.add(new Sample(file, label, Optional.of(part), ""));
      }
    }
  }

  @Override
  public DataFormat format() {
    return format;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    if (binary.isIn(binary.inside(folder))) {
      return Optional.of("the binary files of %s".formatted(title()));
    }
    return isPython(folder)
        ? Optional.of("the pickled batches of %s for Python".formatted(title()))
        : Optional.empty();
  }

  private boolean isPython(Folder folder) {
    Folder inside = python.inside(folder);
    return python.isIn(inside) && inside.hasFile(python.names());
  }

  private String title() {
    return format == DataFormat.CIFAR10 ? "CIFAR-10" : "CIFAR-100";
  }

  @Override
  public Samples read(Folder root, SampleChoice choice) {
    boolean pickled = isPython(root);
    Version version = pickled ? python : binary;
    boolean coarse = choice.labels() == LabelSet.COARSE;
    var content = new Content(new ByteArrayOutputStream(), new ArrayList<>());
    Folder folder = version.inside(root);
    List<String> names =
        Stream.concat(version.train().stream(), Stream.of(version.test())).toList();
    for (String name : names) {
      Path file = folder.file(name);
      Part part = name.equals(version.test()) ? Part.TEST : Part.TRAIN;
      if (pickled) {
        DataPickle batch = DataPickle.read(existing(file));
        content.add(file, batch.bytes("data"), batch.numbers(pickledLabels(coarse)), part);
      } else {
        appendRecords(file, version.labelBytes(), coarse, part, content);
      }
    }
    return new Samples(
        root.path(),
        pickled ? pickledNames(folder, coarse) : names(folder, version, coarse),
        content.samples(),
        new RawPixels(CHANNELS, SIDE, SIDE, content.pixels().toByteArray()),
        OptionalInt.empty(),
        List.of());
  }

  private String pickledLabels(boolean coarse) {
    return format == DataFormat.CIFAR10 ? "labels" : coarse ? "coarse_labels" : "fine_labels";
  }

  private List<String> pickledNames(Folder folder, boolean coarse) {
    String key =
        format == DataFormat.CIFAR10
            ? "label_names"
            : coarse ? "coarse_label_names" : "fine_label_names";
    return DataPickle.read(folder.file(python.names())).texts(key);
  }

  private static void appendRecords(
      Path file, int labelBytes, boolean coarse, Part part, Content content) {
    byte[] records = bytes(file);
    int each = labelBytes + IMAGE_BYTES;
    if (records.length == 0 || records.length % each != 0) {
      throw new Problem(
          "the CIFAR file is cut short: %d bytes are no whole number of %d-byte records"
              .formatted(records.length, each),
          file.toString(),
          "fetch the binary version of the data set again");
    }
    int count = records.length / each;
    int labelAt = coarse ? 0 : labelBytes - 1;
    var images = new byte[count * IMAGE_BYTES];
    var labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = records[i * each + labelAt] & 0xff;
      System.arraycopy(records, i * each + labelBytes, images, i * IMAGE_BYTES, IMAGE_BYTES);
    }
    content.add(file, images, labels, part);
  }

  private static byte[] bytes(Path file) {
    try {
      return FileBytes.read(existing(file), MOST_BYTES);
    } catch (IOException failure) {
      throw new Problem(
          "the CIFAR file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check the file and its access rights",
          failure);
    }
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Problem(
          "there is no file " + file.getFileName(),
          String.valueOf(file.getParent()),
          "choose the folder of the binary version (.bin files) or of that for Python");
    }
    return file;
  }

  private List<String> names(Folder folder, Version version, boolean coarse) {
    String name = coarse ? "coarse_label_names.txt" : version.names();
    int count = coarse ? 20 : version.classCount();
    return folder.hasFile(name)
        ? NameFile.read(folder.file(name))
        : IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }
}
