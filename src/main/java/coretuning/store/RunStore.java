package coretuning.store;

import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.spec.RunSpec;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder that holds the folders of all runs. Safe for any number of threads and programs.
public final class RunStore {
  private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final int LONGEST_SLUG = 60;
  private static final int MOST_CLASHES = 10_000;

  private final Path root;
  private final Clock clock;

  /// Runs that lie elsewhere, by name.
  private final Map<String, Path> guests = new ConcurrentHashMap<>();

  /// Broken folders that the log has already told of: tables of runs list again and again.
  private final Set<Path> reported = ConcurrentHashMap.newKeySet();

  /// A store in `root`, which is created with the first run.
  public RunStore(Path root) {
    this(root, Clock.system(ZoneId.systemDefault()));
  }

  /// As above, with the clock that names runs.
  RunStore(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /// The folder of all runs.
  public Path root() {
    return root;
  }

  /// All runs, newest first. A folder that cannot be read appears as FAILED under its own name,
  /// with a line in the log that says why.
  ///
  /// @throws Problem if the store itself cannot be read
  public List<RunSummary> list() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.isDirectory(folder) && !isHidden(folder))
          .map(this::summary)
          .sorted(Comparator.comparing(RunStore::startOf).thenComparing(RunSummary::id).reversed())
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException failure) {
      throw new Problem(
          "the folder of runs cannot be read: " + failure.getMessage(),
          root.toString(),
          "check its permissions or choose another",
          failure);
    }
  }

  private static boolean isHidden(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith(".");
  }

  private RunSummary summary(Path folder) {
    try {
      RunSummary run = RunFolder.open(folder).summary();
      run.more()
          .damage()
          .filter(damage -> reported.add(folder))
          .ifPresent(damage -> report(folder, damage));
      return run;
    } catch (RuntimeException broken) {
      if (reported.add(folder)) {
        report(folder, broken);
      }
      var damage =
          broken instanceof Problem problem
              ? problem
              : new Problem(
                  "the run cannot be read: " + broken,
                  folder.toString(),
                  "the log has the details; please report it",
                  broken);
      return new RunSummary(
              String.valueOf(folder.getFileName()),
              String.valueOf(folder.getFileName()),
              "",
              "",
              RunState.FAILED,
              0,
              0,
              0,
              Optional.empty(),
              Optional.empty(),
              modified(folder).toString())
          .with(RunSummary.More.damaged(damage));
    }
  }

  /// A damaged file is one line; only a fault of the program needs its stack.
  private static void report(Path folder, RuntimeException broken) {
    if (broken instanceof Problem) {
      LOG.warn("the run {} cannot be read: {}", folder, broken.getMessage());
    } else {
      LOG.warn("the run {} cannot be read", folder, broken);
    }
  }

  private static Instant modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (IOException gone) {
      LOG.warn("the folder {} has no date", folder, gone);
      return Instant.EPOCH;
    }
  }

  private static Instant startOf(RunSummary run) {
    try {
      return Instant.parse(run.startedAt());
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }

  /// Makes the folder of a new run, complete with its specification, in state QUEUED. Its name is
  /// made of the time, the run's name and its seed, e.g. `20261123-151233-core-tuning-seed1`; a
  /// clash adds `-2`, `-3` and so on.
  ///
  /// @throws Problem if the store cannot be written to
  public RunFolder create(RunSpec spec) {
    String time = TIMESTAMP.format(LocalDateTime.now(clock));
    String id = time + "-" + slug(spec.name()) + "-seed" + spec.seed();
    return make(spec, id, MOST_CLASHES);
  }

  /// As above, under a name of the caller's.
  ///
  /// @throws Problem if the store cannot be written to or the name is taken
  RunFolder create(RunSpec spec, String id) {
    return make(spec, id, 2);
  }

  private RunFolder make(RunSpec spec, String id, int mostClashes) {
    // A reader must never see a run without its specification: fill first, then name.
    Path staging = root.resolve(".new-" + UUID.randomUUID());
    try {
      Files.createDirectories(staging);
      RunFolder.fill(staging, spec);
      return RunFolder.open(place(staging, id, mostClashes));
    } catch (IOException failure) {
      discard(staging);
      throw new Problem(
          "the run's folder cannot be created: " + failure.getMessage(),
          root.resolve(id).toString(),
          "check that the folder of runs may be written to and that the disk has room",
          failure);
    } catch (RuntimeException failure) {
      discard(staging);
      throw failure;
    }
  }

  private Path place(Path staging, String id, int mostClashes) throws IOException {
    for (int i = 1; i < mostClashes; i++) {
      Path folder = root.resolve(i == 1 ? id : id + "-" + i);
      try {
        return Files.move(staging, folder);
      } catch (FileSystemException taken) {
        // Another thread or program may have taken the name between the check and the move.
        if (!Files.exists(folder)) {
          throw taken;
        }
      }
    }
    throw new IOException("too many runs are called " + id);
  }

  /// A name as part of a folder's: small letters, digits and hyphens.
  static String slug(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(LONGEST_SLUG, plain.length()));
    return cut.isEmpty() ? "run" : cut;
  }

  private static void discard(Path staging) {
    if (!Files.isDirectory(staging)) {
      return;
    }
    try (Stream<Path> files = Files.list(staging)) {
      files.forEach(EpochFiles::delete);
      Files.deleteIfExists(staging);
    } catch (IOException | Problem leftover) {
      LOG.warn("the folder {} could not be deleted", staging, leftover);
    }
  }

  /// Opens a run by the name of its folder.
  ///
  /// @throws Problem if there is no such run or its specification is damaged
  public RunFolder open(String id) {
    RunFolder run = RunFolder.open(folder(id));
    return run.path().equals(guests.get(id)) ? run.readOnly() : run;
  }

  /// Where the run of that name lies, whether it exists or not: among the runs of this store or, if
  /// it has none of that name, where a guest was found.
  Path folder(String id) {
    Path own = within(root, id);
    return Files.isDirectory(own) ? own : Optional.ofNullable(guests.get(id)).orElse(own);
  }

  /// The path of a run, if it exists; guests count.
  public Optional<Path> find(String id) {
    return Optional.of(folder(id)).filter(Files::isDirectory);
  }

  /// A run's folder below `root`.
  ///
  /// @throws IllegalArgumentException if the id would lead elsewhere
  static Path within(Path root, String id) {
    Path name = Path.of(id);
    if (id.isBlank() || name.getNameCount() != 1 || name.isAbsolute() || id.startsWith(".")) {
      throw new IllegalArgumentException("a run's id is the name of a folder, got \"" + id + "\"");
    }
    return root.resolve(name);
  }

  /// Opens a run wherever it lies. One that lies elsewhere becomes a guest: it can be opened by its
  /// name, as long as this store lives, but is not listed.
  ///
  /// @throws Problem if it is no run, or another run of that name is here
  public RunFolder admit(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    RunFolder run = RunFolder.open(place);
    Path own = within(root, run.id()).toAbsolutePath().normalize();
    if (place.equals(own)) {
      return run;
    }
    if (Files.isDirectory(own)) {
      throw new Problem(
          "another run is called " + run.id(),
          own.toString(),
          "rename one of the two folders, " + place + " or that one");
    }
    guests.put(run.id(), place);
    return run.readOnly();
  }

  /// Names of the runs of this store whose weights come from the run of that name.
  public List<String> descendants(String id) {
    return list().stream()
        .filter(run -> run.ancestor().filter(from -> from.run().equals(id)).isPresent())
        .map(RunSummary::id)
        .toList();
  }

  /// Where runs go that are thrown away.
  public Trash trash() {
    return new Trash(root, clock);
  }
}
