package coretuning.data;

import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.List;

/// What an archive may hold: plain relative names, not too many, and no more bytes than its own
/// length makes plausible (images are compressed already).
final class ArchiveLimits {
  static final int MOST_ENTRIES = 5_000_000;
  private static final long HARMLESS_BYTES = 1L << 30;
  private static final long MOST_GROWTH = 100;

  private final Path archive;
  private final long archiveBytes;
  private final int mostEntries;
  private int entries;
  private long bytes;

  /// @param archiveBytes length of the archive's file
  ArchiveLimits(Path archive, long archiveBytes, int mostEntries) {
    this.archive = archive;
    this.archiveBytes = archiveBytes;
    this.mostEntries = mostEntries;
  }

  /// Looks at the name of the next entry.
  ///
  /// @throws Problem if it leads out of the archive, or there are too many
  void entry(String name) {
    if (++entries > mostEntries) {
      throw refused("it holds more than %,d entries".formatted(mostEntries));
    }
    if (name.startsWith("/")
        || name.contains("\\")
        || name.contains("\0")
        || name.matches("^[A-Za-z]:.*")
        || List.of(name.split("/", -1)).contains("..")) {
      throw refused(
          "the entry \"%s\" leads out of it".formatted(name.replaceAll("[\\p{Cntrl}]", "?")));
    }
  }

  /// Counts bytes that entries unpack to.
  ///
  /// @throws Problem if they are too many for the archive's length
  void unpacked(long more) {
    bytes += Math.max(0, more);
    if (bytes > HARMLESS_BYTES && bytes / MOST_GROWTH > archiveBytes) {
      throw refused(
          "it unpacks to more than %d times its length, as bombs do".formatted(MOST_GROWTH));
    }
  }

  Problem refused(String why) {
    return new Problem(
        "the archive is refused: " + why, archive.toString(), "use another copy of the data set");
  }
}
