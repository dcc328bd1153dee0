package coretuning.file;

import coretuning.result.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes a whole file so that a reader, a crash or a full disk sees the old file or the new one,
/// never a part.
///
/// The bytes go to a temporary file in the same folder, are forced to the disk, and one atomic move
/// puts them in place. If anything fails the temporary file is deleted and the old file is as it
/// was.
public final class AtomicFile {
  private AtomicFile() {}

  /// What goes into the file.
  @FunctionalInterface
  public interface Content {
    /// Writes the content, once.
    ///
    /// @param out buffered; the caller closes it
    void writeTo(OutputStream out) throws IOException;
  }

  /// Replaces `target`, or creates it together with the folders it needs.
  ///
  /// @throws Problem if the folder cannot be written or the disk is full; the old file stays
  public static void write(Path target, Content content) {
    Path folder = folderOf(target);
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(folder);
      writeAndForce(temporary, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      delete(temporary, failure);
      throw problem(target, failure);
    } catch (RuntimeException | Error failure) {
      delete(temporary, failure);
      throw failure;
    }
    force(folder);
  }

  /// Replaces `target` by `text` in UTF-8; see [#write(Path, Content)].
  public static void writeText(Path target, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(target, out -> out.write(bytes));
  }

  private static Path folderOf(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a file system root cannot be written to: " + target);
    }
    return folder;
  }

  private static void writeAndForce(Path temporary, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /// Makes the move itself durable. Windows cannot open a folder; there the file system's journal
  /// has to do, so a failure here is no failure of the write.
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Nothing is lost but durability against a power cut within the next seconds.
    }
  }

  private static void delete(Path temporary, Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  private static Problem problem(Path target, IOException failure) {
    String why =
        failure instanceof AccessDeniedException
            ? "permission denied"
            : String.valueOf(failure.getMessage());
    return new Problem(
        "the file cannot be written: " + why,
        target.toString(),
        "check that the folder may be written to and that the disk has room",
        failure);
  }
}
