package coretuning.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are either there whole or not at all: written under another name in the same folder,
/// forced to disk, then moved.
final class AtomicFile {
  private AtomicFile() {}

  /// Writes what goes into the file; may write in any order and from several threads.
  interface Body {
    void write(FileChannel channel) throws IOException;
  }

  /// Writes `file`, replacing it if it exists. If `body` fails nothing is left behind.
  static void write(Path file, Body body) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("file must lie in a folder, got " + file);
    }
    Files.createDirectories(folder);
    Path partial = folder.resolve(partialName(file));
    try {
      try (var channel =
          FileChannel.open(
              partial,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        body.write(channel);
        channel.force(true);
      }
      move(partial, file);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /// Two programs may write the same file at once: each has its own name. Not a temporary file of
  /// the JDK, which only its owner could read.
  private static String partialName(Path file) {
    return ".%s.%d-%x.partial"
        .formatted(file.getFileName(), ProcessHandle.current().pid(), System.nanoTime());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException plainFileSystem) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
