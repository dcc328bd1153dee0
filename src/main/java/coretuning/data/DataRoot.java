package coretuning.data;

import coretuning.result.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Where a data set begins: a folder, a list file, or the inside of an archive. Zip archives are
/// read in place. Tar archives have no directory: they are copied once into the cache as a zip
/// without compression and read from there.
///
/// @param given path that was asked for
/// @param path folder or list file to read from
/// @param archive open archive
public record DataRoot(Path given, Path path, Optional<FileSystem> archive)
    implements AutoCloseable {

  /// Opens a path.
  ///
  /// @param cacheDirectory where copies of tar archives live
  /// @throws Problem if there is nothing, or an archive is broken or refused
  public static DataRoot open(Path given, Path cacheDirectory) {
    if (!Files.exists(given)) {
      throw new Problem(
          "there is no such folder", given.toString(), "choose the folder of the data set");
    }
    return switch (kind(given)) {
      case FOLDER, FILE -> new DataRoot(given, given, Optional.empty());
      case ZIP -> ofZip(given, given);
      case TAR, GZIPPED_TAR ->
          ofZip(
              given,
              TarCopy.of(
                  given,
                  kind(given) == Kind.GZIPPED_TAR,
                  new CacheFolder(cacheDirectory, CacheLimit.bytes())));
    };
  }

  /// What lies at a path, judged by its first bytes.
  enum Kind {
    FOLDER,
    FILE,
    ZIP,
    TAR,
    GZIPPED_TAR
  }

  /// Whether a path is an archive that [#open] reads.
  public static boolean isArchive(Path path) {
    return Files.isRegularFile(path) && kind(path) != Kind.FILE;
  }

  /// Whether a name ends as an archive of images does. Old checkpoints end with `.pth.tar`.
  public static boolean isNamedAsArchive(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return !name.endsWith(".pth.tar")
        && List.of(".zip", ".tar", ".tgz", ".tar.gz").stream().anyMatch(name::endsWith);
  }

  private static Kind kind(Path path) {
    if (Files.isDirectory(path)) {
      return Kind.FOLDER;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(262);
      if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9) {
        return Kind.ZIP;
      }
      if (start.length >= 4 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
        return Kind.GZIPPED_TAR;
      }
      boolean tar =
          start.length == 262
              && new String(start, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
      return tar ? Kind.TAR : Kind.FILE;
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  private static DataRoot ofZip(Path given, Path zip) {
    requireHarmless(given, zip);
    try {
      FileSystem inside = FileSystems.newFileSystem(zip, Map.of("accessMode", "readOnly"));
      return new DataRoot(given, inside.getPath("/"), Optional.of(inside));
    } catch (IOException | UnsupportedOperationException failure) {
      throw unreadable(given, failure);
    }
  }

  /// Looks through the directory before anything is unpacked.
  private static void requireHarmless(Path given, Path zip) {
    try (var file = new ZipFile(zip.toFile())) {
      var limits = new ArchiveLimits(given, Files.size(zip), ArchiveLimits.MOST_ENTRIES);
      for (ZipEntry entry : Collections.list(file.entries())) {
        limits.entry(entry.getName());
        limits.unpacked(entry.getSize());
      }
    } catch (ZipException broken) {
      throw unreadable(given, broken);
    } catch (IOException | IllegalArgumentException failure) {
      throw unreadable(given, failure);
    }
  }

  private static Problem unreadable(Path given, Exception failure) {
    return new Problem(
        "the file cannot be read as an archive: " + failure.getMessage(),
        given.toString(),
        "fetch it again, or unpack it and choose the folder",
        failure);
  }

  /// What to call the data set: the folder's or file's name without an archive's ending.
  String name() {
    Path name = given.toAbsolutePath().normalize().getFileName();
    String text = name == null ? given.toString() : name.toString();
    return archive.isPresent() ? text.replaceFirst("(?i)\\.(zip|tar|tgz|tar\\.gz)$", "") : text;
  }

  /// Size and time of an archive; empty for a folder, whose files speak for themselves.
  String stamp() {
    if (archive.isEmpty()) {
      return "";
    }
    try {
      return Files.size(given) + " " + Files.getLastModifiedTime(given).toInstant();
    } catch (IOException failure) {
      throw unreadable(given, failure);
    }
  }

  /// Does something with the inside; a problem there is told with the archive's name.
  public <T> T using(Supplier<T> action) {
    try {
      return action.get();
    } catch (Problem problem) {
      if (archive.isEmpty() || problem.where().contains(given.toString())) {
        throw problem;
      }
      throw new Problem(problem.what(), given + "!" + problem.where(), problem.remedy(), problem);
    }
  }

  @Override
  public void close() {
    archive.ifPresent(inside -> {
      try {
        inside.close();
      } catch (IOException failure) {
        throw unreadable(given, failure);
      }
    });
  }
}
