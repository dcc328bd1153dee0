package coretuning.data;

import coretuning.data.format.Sample;
import coretuning.data.format.Samples;
import coretuning.result.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Names for a data set's pixels. The cache file is named by the content of the source files and by
/// what is done to them; the files' stamps (path, size, time) are a short cut to that name, so that
/// unchanged files need not be read again.
final class CacheKey {
  /// To be raised when the same files are decoded or resized into other pixels than before.
  private static final int DECODING_VERSION = 2;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GROUP = 256;

  private CacheKey() {}

  /// SHA-256 over place, size and time of each file, in order.
  ///
  /// @param origin the same of the archive that they lie in; empty outside archives
  static String ofStamps(Samples samples, String origin) {
    MessageDigest digest = Sha256.digest();
    update(digest, origin);
    for (Path file : files(samples)) {
      update(digest, file.toUri() + "\t" + stamp(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// SHA-256 over the bytes of each file, in order. Files are hashed in groups on all processors;
  /// the result does not depend on their number.
  ///
  /// @param decoding may end it
  static String ofContent(Samples samples, Decoding decoding) {
    List<Path> files = files(samples);
    List<byte[]> hashes =
        IntStream.range(0, (files.size() + GROUP - 1) / GROUP)
            .parallel()
            .mapToObj(group -> {
              if (!decoding.goesOn()) {
                throw new Decoding.Stopped();
              }
              int from = group * GROUP;
              return hash(files.subList(from, Math.min(files.size(), from + GROUP)));
            })
            .toList();
    MessageDigest digest = Sha256.digest();
    hashes.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Name of the pixels made from some content.
  static String of(String content, int imageSize, boolean skipBroken) {
    MessageDigest digest = Sha256.digest();
    update(
        digest,
        "version %d, image size %d, %s, content %s"
            .formatted(
                DECODING_VERSION, imageSize, skipBroken ? "broken skipped" : "all whole", content));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Samples samples) {
    var files = new LinkedHashSet<Path>();
    for (Sample each : samples.samples()) {
      files.add(each.file());
    }
    return List.copyOf(files);
  }

  private static byte[] hash(List<Path> files) {
    MessageDigest digest = Sha256.digest();
    var buffer = new byte[BUFFER_BYTES];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        long length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
          length += read;
        }
        update(digest, "\t" + length);
      } catch (IOException failure) {
        // An unreadable file is the decoder's to report, or to skip.
        update(digest, "unreadable\t" + file);
      }
    }
    return digest.digest();
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return seen.size() + "\t" + seen.lastModifiedTime().toInstant() + "\t" + seen.fileKey();
    } catch (java.nio.file.NoSuchFileException missing) {
      return "missing";
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be looked at: " + failure.getMessage(),
          file.toString(),
          "check the file and its access rights",
          failure);
    }
  }

  private static void update(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
