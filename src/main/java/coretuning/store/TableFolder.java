package coretuning.store;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.spec.TableCell;
import coretuning.spec.TableRun;
import coretuning.spec.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of one table: the question in `table.json`, the runs in `runs/`.
///
/// Nothing else is stored: which runs are done is read from their folders, whose names follow from
/// the question, e.g. `flowers-15-core-tuning-seed1`. So there is no index that a killed program
/// could leave torn, and the same question gives the same names.
public final class TableFolder {
  private static final String SPEC = "table.json";
  private static final JsonFile<TableSpec> JSON =
      new JsonFile<>(TableSpec.class, "table", SpecUpgrade::applyToTable);

  private final Path path;
  private final TableSpec spec;
  private final RunStore runs;
  private final Map<TableRun, String> ids;

  private TableFolder(Path path, TableSpec spec) {
    this.path = path;
    this.spec = spec;
    runs = new RunStore(path.resolve("runs"));
    ids = ids(spec);
  }

  private static Map<TableRun, String> ids(TableSpec spec) {
    var ids = new LinkedHashMap<TableRun, String>();
    var taken = new HashSet<String>();
    for (TableRun run : spec.runs()) {
      TableCell cell = run.cell();
      String name =
          String.format(
              Locale.ROOT,
              "%s-%s-%s-seed%d",
              RunStore.slug(cell.data()),
              RunStore.slug(Double.toString(cell.rate() * 100).replaceAll("\\.0$", "")),
              RunStore.slug(cell.variant()),
              run.seed());
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + "-" + i;
      }
      ids.put(run, free);
    }
    return ids;
  }

  /// Whether a table lies in a folder.
  public static boolean isTable(Path path) {
    return Files.exists(path.resolve(SPEC));
  }

  /// Opens an existing table.
  ///
  /// @throws Problem if there is none or its question is damaged
  public static TableFolder open(Path path) {
    if (!isTable(path)) {
      throw new Problem(
          "no table lies in this folder", path.toString(), "choose a folder with a table.json");
    }
    return new TableFolder(path, JSON.read(path.resolve(SPEC)));
  }

  /// Makes a folder that of a table, or opens it if it is that of the same table already.
  ///
  /// @throws Problem if it holds another table or something else, or cannot be written to
  public static TableFolder of(Path path, TableSpec spec) {
    if (isTable(path)) {
      TableFolder stored = open(path);
      if (!stored.spec().equals(spec)) {
        throw new Problem(
            "another table lies in this folder",
            path.toString(),
            "choose another folder, or go on with the stored table by naming the folder alone");
      }
      return stored;
    }
    if (Files.exists(path) && !isEmptyFolder(path)) {
      throw new Problem(
          "the folder holds something that is no table", path.toString(), "choose another folder");
    }
    JSON.write(path.resolve(SPEC), spec);
    return new TableFolder(path, spec);
  }

  /// As [#of], in a folder named by the table's title.
  ///
  /// @param tables gets the folder
  public static TableFolder in(Path tables, TableSpec spec) {
    return of(tables.resolve(RunStore.slug(spec.title())), spec);
  }

  private static boolean isEmptyFolder(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    } catch (IOException failure) {
      throw new Problem(
          "the folder cannot be read: " + failure.getMessage(),
          path.toString(),
          "check its permissions or choose another",
          failure);
    }
  }

  /// The folder.
  public Path path() {
    return path;
  }

  /// The question.
  public TableSpec spec() {
    return spec;
  }

  /// Where the runs are.
  public RunStore runs() {
    return runs;
  }

  /// Name of a run's folder, whether it exists yet or not.
  ///
  /// @throws IllegalArgumentException if the table has no such run
  public String id(TableRun run) {
    return Optional.ofNullable(ids.get(run))
        .orElseThrow(() -> new IllegalArgumentException("the table has no " + run));
  }

  /// The run of a folder's name; empty if it is none of the table's.
  public Optional<TableRun> run(String id) {
    return ids.entrySet().stream()
        .filter(each -> each.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// A run's folder; empty if it has not begun.
  ///
  /// @throws Problem if the folder is damaged or its run was asked something else
  public Optional<RunFolder> folder(TableRun run) {
    String id = id(run);
    if (!Files.exists(runs.root().resolve(id))) {
      return Optional.empty();
    }
    RunFolder folder = runs.open(id);
    if (!folder.spec().equals(spec.experiment(run))) {
      throw new Problem(
          "the run was asked something else than the table asks now",
          folder.path().toString(),
          "restore table.json, or delete the run's folder");
    }
    return Optional.of(folder);
  }

  /// A run's folder, made if it does not exist.
  ///
  /// @throws Problem as [#folder], or if it cannot be made
  public RunFolder folderOrNew(TableRun run) {
    return folder(run).orElseGet(() -> runs.create(spec.experiment(run), id(run)));
  }

  /// What a run has come to. A folder that cannot be read is a failed run.
  public TableOutcome outcome(TableRun run) {
    try {
      return folder(run)
          .map(folder -> outcome(run, folder))
          .orElseGet(() -> empty(run, RunState.QUEUED, Optional.empty()));
    } catch (Problem damaged) {
      return empty(run, RunState.FAILED, Optional.of(damaged));
    }
  }

  private TableOutcome outcome(TableRun run, RunFolder folder) {
    RunState state = folder.state();
    return new TableOutcome(
        run,
        id(run),
        state,
        state == RunState.FINISHED ? folder.evaluation(Part.TEST) : Optional.empty(),
        folder.selectedEpoch(),
        folder.failure());
  }

  private TableOutcome empty(TableRun run, RunState state, Optional<Problem> problem) {
    return new TableOutcome(run, id(run), state, Optional.empty(), Optional.empty(), problem);
  }

  /// What every run has come to, in the order of work.
  public List<TableOutcome> outcomes() {
    return spec.runs().stream().map(this::outcome).toList();
  }
}
