package coretuning.pickle;

import coretuning.result.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pickled dict of arrays and lists, as data sets for Python are stored (CIFAR's batches). Read
/// by the same allow-list as checkpoints: nothing in it is executed.
public final class DataPickle {
  /// Most bytes of a pickle inside an archive, where it must be read whole: CIFAR-100's largest has
  /// 155 million.
  private static final int MOST_ARCHIVED = 1 << 28;

  private final Path file;
  private final Map<String, Object> items = new LinkedHashMap<>();

  private DataPickle(Path file, Dict dict) {
    this.file = file;
    dict.items().forEach((key, value) -> items.put(text(key), value));
  }

  /// Reads a bare pickle; the file may lie inside an archive.
  ///
  /// @throws Problem with the reason if it is refused: broken, no dict, or holding more than data
  public static DataPickle read(Path file) {
    return read(file, MOST_ARCHIVED);
  }

  /// @param most bytes of an entry of an archive
  static DataPickle read(Path file, int most) {
    try {
      return file.getFileSystem().equals(FileSystems.getDefault())
          ? inFile(file)
          : inArchive(file, most);
    } catch (Refusal refusal) {
      throw problem(file, String.valueOf(refusal.getMessage()), refusal);
    } catch (IOException failure) {
      throw problem(file, "cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static DataPickle inFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return of(file, new PickleInput(channel, 0, channel.size()));
    }
  }

  /// An entry can be longer than it says, and asking for its channel would unpack all of it.
  private static DataPickle inArchive(Path file, int most) throws IOException {
    try (InputStream entry = Files.newInputStream(file)) {
      byte[] bytes = entry.readNBytes(most);
      if (bytes.length == most && entry.read() >= 0) {
        throw new Refusal("is longer than %,d bytes".formatted(most));
      }
      return of(file, PickleInput.of(bytes));
    }
  }

  private static DataPickle of(Path file, PickleInput in) throws IOException {
    Object value = new Unpickler(in, new LinkedHashMap<>()).load();
    return new DataPickle(file, Values.as(Dict.class, value, "the data set"));
  }

  /// Whether it has such an item.
  public boolean has(String key) {
    return items.containsKey(key);
  }

  /// An array of unsigned bytes, row by row.
  ///
  /// @throws Problem if there is none under this name
  public byte[] bytes(String key) {
    Object value = item(key);
    Optional<TorchTensor> tensor =
        value instanceof NumpyArray array ? array.content() : Optional.empty();
    if (tensor.isEmpty() || tensor.get().type() != ElementType.UINT8) {
      throw problem(file, "has no array of bytes under \"%s\"".formatted(key));
    }
    var data = tensor.get().data();
    var bytes = new byte[data.remaining()];
    data.get(bytes);
    return bytes;
  }

  /// A list of whole numbers.
  ///
  /// @throws Problem if there is none under this name
  public int[] numbers(String key) {
    try {
      return list(key).items().stream()
          .mapToInt(each -> Math.toIntExact(Values.as(Long.class, each, "a list of numbers")))
          .toArray();
    } catch (Refusal | ArithmeticException wrong) {
      throw problem(file, "holds something else than numbers under \"%s\"".formatted(key), wrong);
    }
  }

  /// A list of texts.
  ///
  /// @throws Problem if there is none under this name
  public List<String> texts(String key) {
    return list(key).items().stream().map(DataPickle::text).toList();
  }

  private Sequence list(String key) {
    if (item(key) instanceof Sequence list) {
      return list;
    }
    throw problem(file, "has no list under \"%s\"".formatted(key));
  }

  private Object item(String key) {
    Object value = items.get(key);
    if (value == null) {
      throw problem(file, "has nothing under \"%s\"".formatted(key));
    }
    return value;
  }

  /// Python 2 wrote texts as bytes; Python 3 gives them back as such.
  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : value.toString();
  }

  private static Problem problem(Path file, String what) {
    return new Problem("the file " + what, file.toString(), "fetch the data set again");
  }

  private static Problem problem(Path file, String what, Exception cause) {
    return new Problem("the file " + what, file.toString(), "fetch the data set again", cause);
  }
}
