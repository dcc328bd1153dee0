package coretuning.pickle;

import coretuning.pickle.ZipDirectory.Stretch;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The zip format of `torch.save` since 1.6: `NAME/data.pkl` with the values, `NAME/data/KEY` with
/// the bytes of each storage.
final class ZipContainer {
  private static final String PICKLE = "data.pkl";

  private ZipContainer() {}

  /// The value in the file.
  static Object read(Path file, FileChannel channel) throws IOException {
    Map<String, Stretch> entries = ZipDirectory.read(channel);
    String folder = folder(entries);
    if (entries.containsKey(folder + "constants.pkl")) {
      throw new Refusal("is a TorchScript archive: it contains code, not only weights");
    }
    Stretch pickle = entries.get(folder + PICKLE);
    if (pickle == null) {
      throw new AssertionError("the folder is that of the entry");
    }
    var storages = new LinkedHashMap<String, StorageReference>();
    var in = new PickleInput(channel, pickle.begin(), pickle.begin() + pickle.length());
    Object value = new Unpickler(in, storages).load();
    ByteOrder order = order(channel, entries.get(folder + "byteorder"));
    for (StorageReference each : storages.values()) {
      Stretch bytes = entries.get(folder + "data/" + each.key());
      if (bytes != null) {
        each.resolve(new Storage.InFile(file, bytes.begin(), bytes.length(), order));
      }
    }
    return value;
  }

  private static String folder(Map<String, Stretch> entries) {
    List<String> pickles =
        entries.keySet().stream()
            .filter(name -> name.equals(PICKLE) || name.matches("[^/]+/data\\.pkl"))
            .toList();
    if (pickles.size() != 1) {
      throw new Refusal(
          pickles.isEmpty()
              ? "is a zip archive, but not one of PyTorch's: it has no data.pkl"
              : "has %d entries called data.pkl".formatted(pickles.size()));
    }
    String name = pickles.getFirst();
    return name.substring(0, name.length() - PICKLE.length());
  }

  /// PyTorch before 2.1 wrote no such entry, and little-endian.
  private static ByteOrder order(FileChannel channel, @Nullable Stretch entry) throws IOException {
    if (entry == null) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    var in = new PickleInput(channel, entry.begin(), entry.begin() + entry.length());
    String text = new String(in.bytes(Math.min(16, in.left())), StandardCharsets.ISO_8859_1);
    return switch (text.strip()) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw new Refusal("has the byte order " + Refusal.shown(text));
    };
  }
}
