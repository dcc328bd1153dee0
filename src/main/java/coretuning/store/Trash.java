package coretuning.store;

import coretuning.result.Problem;
import coretuning.result.RunState;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs that were thrown away and can be had back: their folders, moved as they are into `.trash`
/// beside the others. A move within a file system is one step: a run is here or there, never torn.
public final class Trash {
  private static final int MOST_CLASHES = 1000;

  private final Path root;
  private final Path trash;
  private final Clock clock;

  /// What emptying would delete.
  ///
  /// @param runs number of folders
  /// @param bytes of all files in them
  public record Content(int runs, long bytes) {}

  /// @param root the folder of all runs
  Trash(Path root, Clock clock) {
    this.root = root;
    trash = root.resolve(".trash");
    this.clock = clock;
  }

  /// Throws a run away. Folders that cannot be read as runs may go as well.
  ///
  /// @param id name of its folder
  /// @throws Problem if there is no such run, a program works on it, or the disk refuses
  public Trashed take(String id) {
    Path run = RunStore.within(root, id);
    if (!Files.isDirectory(run)) {
      throw new Problem("there is no such run", run.toString(), "check the name of the folder");
    }
    requireIdle(run);
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    try {
      Files.createDirectories(trash);
      for (int i = 0; i < MOST_CLASHES; i++) {
        var entry = new Trashed(id, now.plus(i, ChronoUnit.MILLIS));
        Path target = trash.resolve(entry.folder());
        if (!Files.exists(target)) {
          Files.move(run, target, StandardCopyOption.ATOMIC_MOVE);
          return entry;
        }
      }
      throw new IOException("too many runs of that name are in the trash");
    } catch (IOException failure) {
      throw refused("the run cannot be moved to the trash", run, failure);
    }
  }

  private static void requireIdle(Path run) {
    RunState state;
    try {
      state = RunFolder.open(run).state();
    } catch (Problem unreadable) {
      // Nobody works on a folder that cannot be read: jobs write both files whole.
      return;
    }
    if (!state.isTerminal()) {
      throw new Problem("a program works on this run", run.toString(), "stop it first");
    }
  }

  /// Puts a run back where it was.
  ///
  /// @return the folder
  /// @throws Problem if it is not in the trash, its place is taken, or the disk refuses
  public Path restore(Trashed entry) {
    Path source = trash.resolve(entry.folder());
    Path target = root.resolve(entry.run());
    if (!Files.isDirectory(source)) {
      throw new Problem(
          "the run is not in the trash", source.toString(), "it was restored or deleted for good");
    }
    if (Files.exists(target)) {
      throw new Problem(
          "another run has taken its place", target.toString(), "rename that folder first");
    }
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw refused("the run cannot be restored", source, failure);
    }
    return target;
  }

  /// Puts back the run of that name that was thrown away last.
  ///
  /// @return the folder
  /// @throws Problem if there is none, or as [#restore(Trashed)]
  public Path restore(String id) {
    return list().stream()
        .filter(entry -> entry.run().equals(id))
        .findFirst()
        .map(this::restore)
        .orElseThrow(() ->
            new Problem("no run of that name is in the trash: " + id, trash.toString(), known()));
  }

  private String known() {
    List<String> names = list().stream().map(Trashed::run).distinct().toList();
    return names.isEmpty() ? "it is empty" : "it holds " + String.join(", ", names);
  }

  /// What is in the trash, the newest first.
  public List<Trashed> list() {
    return folders().stream()
        .map(folder -> Trashed.of(String.valueOf(folder.getFileName())))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Trashed::since).reversed())
        .toList();
  }

  /// What [#empty] would delete.
  public Content content() {
    long bytes = 0;
    List<Path> folders = folders();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        bytes += files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      } catch (IOException failure) {
        throw refused("the trash cannot be read", folder, failure);
      }
    }
    return new Content(folders.size(), bytes);
  }

  /// Deletes everything in the trash for good.
  ///
  /// @return how many runs are gone
  /// @throws Problem if something cannot be deleted; what has been is gone
  public int empty() {
    List<Path> folders = folders();
    for (Path folder : folders) {
      try {
        Files.walkFileTree(folder, new Deleting());
      } catch (IOException failure) {
        throw refused("the trash cannot be emptied", folder, failure);
      }
    }
    return folders.size();
  }

  private List<Path> folders() {
    try (Stream<Path> found = Files.list(trash)) {
      return found.filter(Files::isDirectory).toList();
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (IOException failure) {
      throw refused("the trash cannot be read", trash, failure);
    }
  }

  private static Problem refused(String what, Path where, IOException failure) {
    return new Problem(
        what + ": " + failure.getMessage(),
        where.toString(),
        "check the permissions of the folder of runs",
        failure);
  }

  /// Links are deleted, never followed.
  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
