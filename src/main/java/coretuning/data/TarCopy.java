package coretuning.data;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A tar archive's files as a zip without compression in the cache, so that each can be found. Made
/// once for an archive's place, size and time; links and devices are refused.
final class TarCopy {
  private static final int BUFFER_BYTES = 1 << 16;

  private TarCopy() {}

  /// The zip, made if it is not there.
  ///
  /// @throws Problem if the archive is broken or refused, or the cache has no room
  static Path of(Path tar, boolean gzipped, CacheFolder cache) {
    long length = size(tar);
    String key = key(tar, length);
    Path zip = cache.path().resolve(key + ".zip");
    return cache.locked(
        key,
        () -> {
          if (!Files.isRegularFile(zip)) {
            // Images do not compress: the copy is about as long as the archive.
            cache.makeRoom(key, Math.min(cache.limit(), length + length / 8));
            AtomicFile.write(zip, out -> copy(tar, gzipped, out, cache.limit()));
          }
          cache.touch(zip);
          return zip;
        });
  }

  private static long size(Path tar) {
    try {
      return Files.size(tar);
    } catch (IOException failure) {
      throw broken(tar, failure);
    }
  }

  private static String key(Path tar, long length) {
    try {
      var digest = Sha256.digest();
      String place =
          tar.toRealPath() + "\t" + length + "\t" + Files.getLastModifiedTime(tar).toInstant();
      digest.update(place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException failure) {
      throw broken(tar, failure);
    }
  }

  private static void copy(Path tar, boolean gzipped, OutputStream to, long limit)
      throws IOException {
    var limits = new ArchiveLimits(tar, size(tar), ArchiveLimits.MOST_ENTRIES);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(tar), BUFFER_BYTES);
        var in =
            new TarArchiveInputStream(gzipped ? new GZIPInputStream(raw, BUFFER_BYTES) : raw)) {
      var out = new ZipOutputStream(to);
      out.setLevel(Deflater.NO_COMPRESSION);
      long written = 0;
      var buffer = new byte[BUFFER_BYTES];
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!begin(entry, limits, out)) {
          continue;
        }
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          limits.unpacked(read);
          written += read;
          if (written > limit) {
            throw limits.refused("it unpacks to more than the cache may hold");
          }
          out.write(buffer, 0, read);
        }
        out.closeEntry();
      }
      out.finish();
    } catch (IllegalArgumentException malformed) {
      throw broken(tar, malformed);
    } catch (java.util.zip.ZipException | java.io.EOFException malformed) {
      throw broken(tar, malformed);
    }
  }

  /// @return whether the entry is a file, whose bytes follow
  private static boolean begin(TarArchiveEntry entry, ArchiveLimits limits, ZipOutputStream out)
      throws IOException {
    String name = entry.getName().replaceFirst("^(\\./)+", "");
    limits.entry(name);
    if (entry.isDirectory() || name.isEmpty()) {
      return false;
    }
    if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink() || entry.isSparse()) {
      throw limits.refused("\"%s\" is a link or a device".formatted(name));
    }
    var copy = new ZipEntry(name);
    copy.setLastModifiedTime(entry.getLastModifiedTime());
    out.putNextEntry(copy);
    return true;
  }

  private static Problem broken(Path tar, Exception failure) {
    return new Problem(
        "the file cannot be read as a tar archive: " + failure.getMessage(),
        tar.toString(),
        "fetch it again, or unpack it and choose the folder",
        failure);
  }
}
