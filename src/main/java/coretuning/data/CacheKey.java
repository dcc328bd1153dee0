package coretuning.data;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The name of a listing's pixels: SHA-256 over what decides them without reading them.
final class CacheKey {
  /// To be raised when the same files are decoded or resized into other pixels than before.
  private static final int DECODING_VERSION = 1;

  private CacheKey() {}

  /// Hashes the image size and, in their order, each file's path below the root, size in bytes and
  /// time of last modification.
  static String of(Listing listing, int imageSize) {
    MessageDigest digest = Sha256.digest();
    update(digest, "version %d, image size %d".formatted(DECODING_VERSION, imageSize));
    for (Path file : listing.files()) {
      String name = listing.root().relativize(file).toString().replace('\\', '/');
      update(digest, name + "\t" + stamp(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String stamp(Path file) {
    try {
      return Files.size(file) + "\t" + Files.getLastModifiedTime(file).toMillis();
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
