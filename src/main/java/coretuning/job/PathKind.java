package coretuning.job;

import coretuning.data.DataRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What somebody hands to the workbench, judged by its first bytes and a few names; nothing is
/// unpacked or executed.
public enum PathKind {
  /// A folder, archive or list file of images.
  DATA,
  /// A file of PyTorch or safetensors.
  WEIGHTS,
  /// The folder of a run.
  RUN,
  /// Something else, or nothing.
  OTHER;

  private static final Logger LOG = LoggerFactory.getLogger(PathKind.class);
  private static final int START_BYTES = 1024;
  private static final int NAME_AT = 30;
  private static final String PICKLE = "([^/]+/)?data\\.pkl";

  /// Looks.
  public static PathKind of(Path path) {
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve("spec.json")) && Files.exists(path.resolve("state.json"))
          ? RUN
          : DATA;
    }
    if (!Files.isRegularFile(path)) {
      return OTHER;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return ofFile(path, in.readNBytes(START_BYTES));
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read", path, unreadable);
      return OTHER;
    }
  }

  private static PathKind ofFile(Path path, byte[] start) throws IOException {
    if (start.length > NAME_AT && start[0] == 'P' && start[1] == 'K' && start[2] < 9) {
      return isOfPyTorch(path, start) ? WEIGHTS : DATA;
    }
    if (isPickle(start) || isSafetensors(start)) {
      return WEIGHTS;
    }
    return DataRoot.isArchive(path) || isList(path) ? DATA : OTHER;
  }

  private static boolean isPickle(byte[] start) {
    return start.length > 2 && (start[0] & 0xff) == 0x80 && start[1] >= 2 && start[1] <= 5;
  }

  /// Eight bytes of the header's length, then the header's brace.
  private static boolean isSafetensors(byte[] start) {
    return start.length > Long.BYTES && start[Long.BYTES] == '{' && start[Long.BYTES - 1] == 0;
  }

  /// PyTorch writes its pickle first; other programs that write such archives need not.
  private static boolean isOfPyTorch(Path path, byte[] start) throws IOException {
    int length = (start[26] & 0xff) | (start[27] & 0xff) << 8;
    int end = Math.min(start.length, NAME_AT + length);
    String first = new String(start, NAME_AT, end - NAME_AT, StandardCharsets.UTF_8);
    if (first.matches(PICKLE)) {
      return true;
    }
    try (var archive = new ZipFile(path.toFile())) {
      return archive.stream().anyMatch(entry -> entry.getName().matches(PICKLE));
    }
  }

  private static boolean isList(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Stream.of(".csv", ".tsv", ".json", ".jsonl").anyMatch(name::endsWith);
  }
}
