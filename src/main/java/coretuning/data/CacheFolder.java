package coretuning.data;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder that cached files live in: locked against other processes, bounded in size, cleaned
/// of what a crash left behind.
///
/// Locks are 16 files that stay (a deleted lock file would let two processes hold it). The files'
/// times of modification are their times of last use; when room is needed the least recently used
/// go first. On most systems a deleted file stays readable for whoever has it mapped.
///
/// @param path of the folder
/// @param limit most bytes that cached files may take together
record CacheFolder(Path path, long limit) {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);
  private static final int LOCKS = 16;
  private static final long SPARE_BYTES = 64L << 20;
  private static final List<String> ENDINGS = List.of(".pixels", ".zip");

  /// Within one process a file lock does not keep threads apart.
  private static final List<ReentrantLock> THREADS =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

  /// Does something while no other thread or process does the same for this key.
  ///
  /// @param key hexadecimal
  <T> T locked(String key, Supplier<T> action) {
    int index = Character.digit(key.charAt(0), LOCKS);
    ReentrantLock threads = THREADS.get(index);
    threads.lock();
    try {
      Path locks = path.resolve("locks");
      Files.createDirectories(locks);
      try (FileChannel channel =
              FileChannel.open(
                  locks.resolve(Integer.toHexString(index)),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("the lock was lost");
        }
        return action.get();
      }
    } catch (IOException failure) {
      throw problem("the pixel cache cannot be locked: " + failure.getMessage(), failure);
    } finally {
      threads.unlock();
    }
  }

  /// Says that a file was used.
  void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException readOnly) {
      LOG.debug("the time of {} cannot be set", file, readOnly);
    }
  }

  /// Makes room: removes what crashes left behind for this key, then the least recently used files.
  ///
  /// @param key whose lock is held
  /// @throws Problem if the bytes exceed the limit or the disk has no room
  void makeRoom(String key, long bytes) {
    if (bytes > limit) {
      throw new Problem(
          "the resized images take %,d bytes, the pixel cache may hold %,d".formatted(bytes, limit),
          path.toString(),
          "lower the image size or raise the environment variable " + CacheLimit.VARIABLE);
    }
    try {
      files(each -> each.startsWith("." + key) && each.endsWith(".tmp")).forEach(CacheFolder::drop);
      List<Path> cached = new ArrayList<>(files(each -> ENDINGS.stream().anyMatch(each::endsWith)));
      cached.sort(Comparator.comparing(CacheFolder::lastUsed));
      long total = cached.stream().mapToLong(CacheFolder::size).sum();
      for (Path oldest : cached) {
        if (total + bytes <= limit) {
          break;
        }
        long freed = size(oldest);
        if (drop(oldest)) {
          total -= freed;
        }
      }
      long room = Files.getFileStore(path).getUsableSpace();
      if (room < bytes + SPARE_BYTES) {
        throw new Problem(
            "the disk has %,d bytes left, the resized images take %,d".formatted(room, bytes),
            path.toString(),
            "free some room, or choose another folder for the cache by CORETUNING_CACHE");
      }
    } catch (IOException failure) {
      throw problem("the pixel cache cannot be tidied: " + failure.getMessage(), failure);
    }
  }

  private List<Path> files(java.util.function.Predicate<String> wanted) throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(each -> wanted.test(each.getFileName().toString())).toList();
    }
  }

  /// Removes a cached file, if nothing keeps it.
  void remove(Path file) {
    drop(file);
  }

  private static boolean drop(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException inUse) {
      LOG.info("{} is in use and stays in the cache", file, inUse);
      return false;
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      LOG.debug("{} vanished", file, gone);
      return FileTime.from(Instant.EPOCH);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      LOG.debug("{} vanished", file, gone);
      return 0;
    }
  }

  /// The content key that was noted for some stamps.
  Optional<String> noted(String stamps) {
    Path note = note(stamps);
    try {
      return Files.isRegularFile(note)
          ? Optional.of(Files.readString(note).strip()).filter(each -> each.matches("[0-9a-f]{64}"))
          : Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read, the images are hashed again", note, unreadable);
      return Optional.empty();
    }
  }

  /// Notes the content key of some stamps.
  void note(String stamps, String content) {
    AtomicFile.writeText(note(stamps), content + "\n");
  }

  private Path note(String stamps) {
    return path.resolve("stamps").resolve(stamps);
  }

  private Problem problem(String what, IOException cause) {
    return new Problem(
        what, path.toString(), "check the folder or choose another one by CORETUNING_CACHE", cause);
  }
}
