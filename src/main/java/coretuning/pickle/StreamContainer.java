package coretuning.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A stream of pickles: the format of `torch.save` before 1.6, or one bare pickle.
///
/// The old format is: a magic number, a protocol, facts of the machine, the values, the list of
/// storage keys, each of these a pickle; then for each key the number of elements in 8 bytes, and
/// the elements.
final class StreamContainer {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;

  private final Path file;
  private final PickleInput in;
  private final Map<String, StorageReference> storages = new LinkedHashMap<>();

  private StreamContainer(Path file, PickleInput in) {
    this.file = file;
    this.in = in;
  }

  /// What the stream holds.
  ///
  /// @param torch whether `torch.save` wrote it
  record Content(Object value, boolean torch) {}

  static Content read(Path file, FileChannel channel) throws IOException {
    var container = new StreamContainer(file, new PickleInput(channel, 0, channel.size()));
    Object first = container.next();
    if (!first.equals(MAGIC)) {
      return new Content(first, false);
    }
    return new Content(container.torch(), true);
  }

  private Object next() throws IOException {
    return new Unpickler(in, storages).load();
  }

  private Object torch() throws IOException {
    Object protocol = next();
    if (!protocol.equals(PROTOCOL)) {
      throw new Refusal("is of a protocol of torch.save that is not known");
    }
    Dict machine = Values.as(Dict.class, next(), "the facts of the machine");
    ByteOrder order =
        Boolean.FALSE.equals(machine.items().get("little_endian"))
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
    Object value = next();
    String user = "the list of storages";
    Sequence keys = Values.as(Sequence.class, next(), user);
    for (int i = 0; i < keys.size(); i++) {
      storage(keys.get(i, String.class, user), order);
    }
    return value;
  }

  private void storage(String key, ByteOrder order) throws IOException {
    StorageReference reference = storages.get(key);
    if (reference == null) {
      throw new Refusal("lists a storage %s that no tensor uses".formatted(Refusal.shown(key)));
    }
    long elements = in.signedLong();
    long size = order == ByteOrder.BIG_ENDIAN ? Long.reverseBytes(elements) : elements;
    if (size != reference.bytes() / reference.type().bytes()) {
      throw new Refusal(
          "has %s elements for storage %s, which should have %d"
              .formatted(
                  Long.toUnsignedString(size),
                  Refusal.shown(key),
                  reference.bytes() / reference.type().bytes()));
    }
    long begin = in.position();
    in.skip(reference.bytes());
    reference.resolve(new Storage.InFile(file, begin, reference.bytes(), order));
  }
}
