package coretuning.pickle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entries of a zip archive, for reading at random places.
///
/// PyTorch stores its entries as they are, without compression, and so a zip bomb is refused by
/// what it is: a compressed entry, or one that lies over another. Names are only keys here: nothing
/// is ever unpacked under them.
final class ZipDirectory {
  private static final int END_BYTES = 22;
  private static final int END64_LOCATOR_BYTES = 20;
  private static final int MOST_COMMENT_BYTES = 0xffff;
  private static final int MOST_DIRECTORY_BYTES = 1 << 26;
  private static final int LOCAL_BYTES = 30;
  private static final long IN_EXTRA = 0xffffffffL;

  private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;

  private final FileChannel channel;
  private final long size;

  private ZipDirectory(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  /// Bytes of one entry in the file.
  record Stretch(long begin, long length) {}

  /// Where the central directory lies.
  private record Table(long begin, long length, long entries) {}

  /// An entry as the central directory has it.
  private record Listed(String name, long header, long length) {}

  /// All entries by name, in the directory's order.
  ///
  /// @throws Refusal if the archive is broken or is not as PyTorch writes them
  static Map<String, Stretch> read(FileChannel channel) throws IOException {
    return new ZipDirectory(channel).entries();
  }

  private Map<String, Stretch> entries() throws IOException {
    Table table = table();
    var listed = new ArrayList<Listed>();
    PickleInput in = at(table.begin(), table.length());
    for (long i = 0; i < table.entries(); i++) {
      listed.add(listed(in));
    }
    var entries = new LinkedHashMap<String, Stretch>();
    for (Listed each : listed) {
      Stretch stretch = stretch(each, table.begin());
      if (entries.put(each.name(), stretch) != null) {
        throw new Refusal("has two entries called " + Refusal.shown(each.name()));
      }
    }
    requireApart(entries.values().stream().toList());
    return entries;
  }

  private PickleInput at(long begin, long length) {
    if (begin < 0 || length < 0 || begin > size - length) {
      throw new Refusal("is a zip archive whose directory points outside the file");
    }
    return new PickleInput(channel, begin, begin + length);
  }

  /// Finds the end record, which may have a comment behind it, and its 64-bit twin before it.
  private Table table() throws IOException {
    long earliest = Math.max(0, size - END_BYTES - MOST_COMMENT_BYTES);
    byte[] tail = at(earliest, size - earliest).bytes(size - earliest);
    for (int at = tail.length - END_BYTES; at >= 0; at--) {
      if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
        return table(earliest + at);
      }
    }
    throw new Refusal("is a zip archive without its directory: it was cut off");
  }

  private Table table(long end) throws IOException {
    Table table;
    PickleInput locator =
        at(Math.max(0, end - END64_LOCATOR_BYTES), Math.min(end, END64_LOCATOR_BYTES));
    if (locator.left() == END64_LOCATOR_BYTES && locator.signedInt() == END64_LOCATOR_SIGNATURE) {
      locator.skip(Integer.BYTES);
      table = table64(locator.signedLong());
    } else {
      PickleInput in = at(end, END_BYTES);
      in.skip(10);
      int entries = in.unsignedShort();
      long length = in.unsignedInt();
      table = new Table(in.unsignedInt(), length, entries);
    }
    if (table.length() > MOST_DIRECTORY_BYTES) {
      throw new Refusal("is a zip archive with a directory of %d bytes".formatted(table.length()));
    }
    return table;
  }

  private Table table64(long begin) throws IOException {
    PickleInput in = at(begin, 56);
    if (in.signedInt() != END64_SIGNATURE) {
      throw new Refusal("is a zip archive whose directory points outside the file");
    }
    in.skip(28);
    long entries = in.signedLong();
    long length = in.signedLong();
    return new Table(in.signedLong(), length, entries);
  }

  private static Listed listed(PickleInput in) throws IOException {
    if (in.signedInt() != ENTRY_SIGNATURE) {
      throw new Refusal("is a zip archive with a broken directory");
    }
    in.skip(4);
    int flags = in.unsignedShort();
    int method = in.unsignedShort();
    in.skip(8);
    long packed = in.unsignedInt();
    long length = in.unsignedInt();
    int nameBytes = in.unsignedShort();
    int extraBytes = in.unsignedShort();
    int commentBytes = in.unsignedShort();
    in.skip(8);
    long header = in.unsignedInt();
    String name = new String(in.bytes(nameBytes), StandardCharsets.UTF_8);
    requirePlain(name);
    if (method != 0 || (flags & 1) != 0) {
      throw new Refusal(
          "has a compressed or encrypted entry, %s, which PyTorch never writes"
              .formatted(Refusal.shown(name)));
    }
    long[] wide = wide(in, extraBytes, length, packed, header);
    in.skip(commentBytes);
    if (wide[0] != wide[1]) {
      throw new Refusal("has an entry of two sizes, " + Refusal.shown(name));
    }
    return new Listed(name, wide[2], wide[0]);
  }

  /// The numbers that did not fit 32 bits stand in the extra field of kind 1, in this order.
  private static long[] wide(PickleInput in, int extraBytes, long... numbers) throws IOException {
    long end = in.position() + extraBytes;
    while (in.position() + 4 <= end) {
      int kind = in.unsignedShort();
      long fieldEnd = Math.min(end, in.unsignedShort() + in.position());
      for (int i = 0; kind == 1 && i < numbers.length; i++) {
        if (numbers[i] == IN_EXTRA && in.position() + Long.BYTES <= fieldEnd) {
          numbers[i] = in.signedLong();
        }
      }
      in.skip(fieldEnd - in.position());
    }
    in.skip(end - in.position());
    return numbers;
  }

  private static void requirePlain(String name) {
    boolean climbs = List.of(name.split("/", -1)).contains("..");
    if (name.isEmpty() || name.startsWith("/") || climbs || name.matches("(?s).*[\\\\:\\x00].*")) {
      throw new Refusal("has an entry called \"%s\"".formatted(Refusal.shown(name)));
    }
  }

  /// The data begin behind the local header, whose name and extra field have their own lengths.
  private Stretch stretch(Listed listed, long dataEnd) throws IOException {
    PickleInput in = at(listed.header(), LOCAL_BYTES);
    if (in.signedInt() != LOCAL_SIGNATURE) {
      throw new Refusal("has no entry where its directory puts " + Refusal.shown(listed.name()));
    }
    in.skip(22);
    int nameBytes = in.unsignedShort();
    long begin = listed.header() + LOCAL_BYTES + nameBytes + in.unsignedShort();
    if (listed.length() < 0 || begin > dataEnd - listed.length()) {
      throw new Refusal(
          "should have %s bytes for %s and ends before them"
              .formatted(Long.toUnsignedString(listed.length()), Refusal.shown(listed.name())));
    }
    return new Stretch(begin, listed.length());
  }

  private static void requireApart(List<Stretch> stretches) {
    long end = 0;
    for (Stretch each :
        stretches.stream().sorted(Comparator.comparingLong(Stretch::begin)).toList()) {
      if (each.begin() < end) {
        throw new Refusal("is a zip archive whose entries lie over each other");
      }
      end = each.begin() + each.length();
    }
  }
}
