package coretuning.store;

import coretuning.file.AtomicFile;
import coretuning.result.Ancestor;
import coretuning.result.BackboneOrigin;
import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.FocalWeight;
import coretuning.result.Part;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.Projection;
import coretuning.result.Provenance;
import coretuning.result.ProxyEpoch;
import coretuning.result.QuerySnapshot;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.result.SelectedEpoch;
import coretuning.result.SkippedFile;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import coretuning.result.StepMetrics;
import coretuning.result.Theory;
import coretuning.result.Warning;
import coretuning.spec.Experiment;
import coretuning.spec.RunSpec;
import coretuning.spec.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The folder of one run. One job writes to it; any number of threads and programs may read
/// meanwhile and see whole files and whole rows only.
///
/// Every method throws [Problem] if a file is damaged or the disk refuses; what has not been
/// written yet is empty, not a problem.
public final class RunFolder {
  private static final String SPEC = "spec.json";
  private static final String CHECKPOINTS = "checkpoints";
  private static final String WEIGHTS = ".safetensors";
  private static final JsonFile<Provenance> PROVENANCE =
      new JsonFile<>(Provenance.class, "provenance");
  private static final JsonFile<StoredState> STATE = new JsonFile<>(StoredState.class, "state");
  private static final JsonFile<Evaluation> EVALUATION =
      new JsonFile<>(Evaluation.class, "evaluation");

  private static final JsonFile<BackboneOrigin> ORIGIN =
      new JsonFile<>(BackboneOrigin.class, "origin");

  private static final JsonFile<Ancestor> ANCESTOR = new JsonFile<>(Ancestor.class, "ancestor");

  private final Path path;
  private final RunSpec spec;
  private final boolean isReadOnly;
  private final RowLog<StepMetrics> steps;
  private final RowLog<EpochMetrics> epochs;
  private final RowLog<EpochDiagnostics> diagnostics;
  private final RowLog<ProxyEpoch> proxy;
  private final RowLog<Probe> probes;
  private final RowLog<Theory> theory;
  private final RowLog<Warning> warnings;
  private final SnapshotFiles snapshots;
  private final QueryFiles queries;
  private final ProjectionFiles projections;
  private final EpochFiles kept;

  private RunFolder(Path path, RunSpec spec, boolean isReadOnly) {
    this.path = path;
    this.spec = spec;
    this.isReadOnly = isReadOnly;
    steps = new RowLog<>(path.resolve("steps.jsonl"), StepMetrics.class);
    epochs = new RowLog<>(path.resolve("epochs.jsonl"), EpochMetrics.class);
    diagnostics = new RowLog<>(path.resolve("diagnostics.jsonl"), EpochDiagnostics.class);
    proxy = new RowLog<>(path.resolve("proxy.jsonl"), ProxyEpoch.class);
    probes = new RowLog<>(path.resolve("probes.jsonl"), Probe.class);
    theory = new RowLog<>(path.resolve("theory.jsonl"), Theory.class);
    warnings = new RowLog<>(path.resolve("warnings.jsonl"), Warning.class);
    snapshots = new SnapshotFiles(path.resolve("snapshots"));
    queries = new QueryFiles(path.resolve("snapshots"));
    projections = new ProjectionFiles(path.resolve("projections"));
    kept = new EpochFiles(path.resolve(CHECKPOINTS));
  }

  /// Opens the folder of an existing run.
  ///
  /// @throws Problem if it is no run's folder or its specification is damaged
  public static RunFolder open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new Problem("there is no such run", path.toString(), "check the name of the folder");
    }
    return new RunFolder(path, SpecFile.read(path.resolve(SPEC)), false);
  }

  /// The same folder, of which nothing is to be changed: a colleague's, on a shared disk.
  RunFolder readOnly() {
    return new RunFolder(path, spec, true);
  }

  /// Whether views may look at the run but keep nothing in its folder.
  public boolean isReadOnly() {
    return isReadOnly;
  }

  /// Whether a folder is that of a run, complete or damaged.
  public static boolean isRun(Path folder) {
    return Files.exists(folder.resolve(SPEC)) && Files.exists(stateFile(folder));
  }

  /// The run in whose folder a file lies, directly or among its checkpoints; empty if it lies
  /// elsewhere.
  ///
  /// @throws Problem if the folder is a run's but its specification is damaged
  public static Optional<RunFolder> holding(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent != null && parent.endsWith(CHECKPOINTS)) {
      parent = parent.getParent();
    }
    return Optional.ofNullable(parent).filter(RunFolder::isRun).map(RunFolder::open);
  }

  /// Makes an existing empty folder one of a queued run.
  static void fill(Path empty, RunSpec spec) {
    SpecFile.write(empty.resolve(SPEC), spec);
    STATE.write(stateFile(empty), StoredState.of(RunState.QUEUED, Optional.empty()));
  }

  private static Path stateFile(Path folder) {
    return folder.resolve("state.json");
  }

  /// The folder.
  public Path path() {
    return path;
  }

  /// Name of the folder, unique among the runs of a store.
  public String id() {
    return String.valueOf(path.getFileName());
  }

  /// SHA-256 of what was asked, in hexadecimal.
  public String specHash() {
    return SpecFile.hash(spec);
  }

  /// What was asked.
  public RunSpec spec() {
    return spec;
  }

  /// Where the numbers come from; empty until the run has begun.
  public Optional<Provenance> provenance() {
    return PROVENANCE.readIfPresent(provenanceFile());
  }

  /// The file of the provenance; it may not exist yet.
  public Path provenanceFile() {
    return path.resolve("provenance.json");
  }

  /// The run that the initial weights come from; empty if they come from elsewhere.
  public Optional<Ancestor> ancestor() {
    return ANCESTOR.readIfPresent(path.resolve("ancestor.json"));
  }

  /// Records the run that the initial weights come from.
  public void write(Ancestor ancestor) {
    ANCESTOR.write(path.resolve("ancestor.json"), ancestor);
  }

  /// Where the run stands. A run whose program has died without a word is STOPPED: it may be
  /// resumed.
  public RunState state() {
    return STATE.read(stateFile(path)).current();
  }

  /// Why the run failed; empty unless it did.
  public Optional<Problem> failure() {
    return STATE.read(stateFile(path)).failure();
  }

  /// Every step so far.
  public List<StepMetrics> steps() {
    return steps.read();
  }

  /// Every epoch so far.
  public List<EpochMetrics> epochs() {
    return epochs.read();
  }

  /// Diagnostics of every epoch so far; none of runs without labels.
  public List<EpochDiagnostics> diagnostics() {
    return diagnostics.read();
  }

  /// The proxy task at every epoch so far; none but of contrastive pre-training.
  public List<ProxyEpoch> proxy() {
    return proxy.read();
  }

  /// The probes of a backbone so far; none but of contrastive pre-training.
  public List<Probe> probes() {
    return probes.read();
  }

  /// Theorem 1's quantities at every recorded epoch so far.
  public List<Theory> theory() {
    return theory.read();
  }

  /// What limits what the run can show, in the order it was noticed.
  public List<Warning> warnings() {
    return warnings.read();
  }

  /// Epochs that have a complete snapshot, ascending.
  public List<Integer> snapshotEpochs() {
    return snapshots.epochs();
  }

  /// The snapshot of an epoch in [#snapshotEpochs()].
  public Snapshot snapshot(int epoch) {
    return snapshots.read(epoch);
  }

  /// The focal weights of a snapshot, without the cost of reading its features.
  public List<FocalWeight> focalWeights(int epoch) {
    return snapshots.readWeights(epoch);
  }

  /// Epochs at which single queries of pre-training were recorded, ascending.
  public List<Integer> queryEpochs() {
    return queries.epochs();
  }

  /// The queries recorded at an epoch in [#queryEpochs()].
  public QuerySnapshot queries(int epoch) {
    return queries.read(epoch);
  }

  /// The spread of a snapshot, without the cost of reading its features.
  public Spread spread(int epoch) {
    return snapshots.readSpread(epoch);
  }

  /// The final evaluation on a part; empty if there is none.
  public Optional<Evaluation> evaluation(Part part) {
    return EVALUATION.readIfPresent(evaluationFile(part));
  }

  /// The map of an epoch's embedding; empty if none was made.
  public Optional<Projection> projection(int epoch) {
    return projections.read(epoch);
  }

  /// One line for the table of runs.
  public RunSummary summary() {
    return RunLine.of(this);
  }

  /// When its state last changed, ISO 8601.
  String stateSince() {
    return STATE.read(stateFile(path)).since().toString();
  }

  /// Records where the numbers come from.
  public void write(Provenance provenance) {
    PROVENANCE.write(provenanceFile(), provenance);
  }

  /// Records where the run stands, and that this program is the one that works on it.
  ///
  /// @param problem why it failed; empty in every other state
  public void writeState(RunState state, Optional<Problem> problem) {
    STATE.write(stateFile(path), StoredState.of(state, problem));
  }

  /// Adds a step; steps come in ascending order.
  public void append(StepMetrics metrics) {
    steps.append(metrics);
  }

  /// Adds an epoch; epochs come in ascending order.
  public void append(EpochMetrics metrics) {
    epochs.append(metrics);
  }

  /// Adds an epoch's diagnostics; epochs come in ascending order.
  public void append(EpochDiagnostics row) {
    diagnostics.append(row);
  }

  /// Adds an epoch's proxy task; epochs come in ascending order.
  public void append(ProxyEpoch row) {
    proxy.append(row);
  }

  /// Adds a probe of the backbone; epochs come in ascending order.
  public void append(Probe row) {
    probes.append(row);
  }

  /// Adds a recorded epoch's quantities; epochs come in ascending order.
  public void append(Theory row) {
    theory.append(row);
  }

  /// Adds a warning; epochs come in ascending order.
  public void append(Warning row) {
    warnings.append(row);
  }

  /// Records a snapshot under its epoch, replacing an older one.
  public void write(Snapshot snapshot) {
    snapshots.write(snapshot);
  }

  /// Records single queries of pre-training under their epoch, replacing older ones.
  public void write(QuerySnapshot seen) {
    queries.write(seen);
  }

  /// Records an evaluation under its part, replacing an older one.
  public void write(Evaluation evaluation) {
    EVALUATION.write(evaluationFile(evaluation.part()), evaluation);
  }

  /// Records the map of an epoch's embedding, replacing an older one.
  public void write(int epoch, Projection projection) {
    projections.write(epoch, projection);
  }

  /// Records where the backbone's weights come from, beside them.
  public void write(BackboneOrigin origin) {
    ORIGIN.write(path.resolve("backbone.json"), origin);
  }

  /// Lists the files of the data set that were left out, as `skipped.csv`.
  public void write(List<SkippedFile> skipped) {
    var text = new StringBuilder("file,reason\n");
    for (SkippedFile each : skipped) {
      text.append(quoted(each.file())).append(',').append(quoted(each.reason())).append('\n');
    }
    AtomicFile.writeText(path.resolve("skipped.csv"), text.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /// Takes the run back to a checkpoint: drops rows after `step` and `epoch`, later snapshots and
  /// maps, and every evaluation, which was made of weights that are to be trained on. What a killed
  /// program wrote half is cut off as well.
  ///
  /// @param step last step that the checkpoint has seen
  /// @param epoch last epoch that the checkpoint has completed
  public void truncateAfter(long step, int epoch) {
    for (Part part : Part.values()) {
      EpochFiles.delete(evaluationFile(part));
    }
    kept.deleteAfter(epoch, List.of(WEIGHTS));
    projections.deleteAfter(epoch);
    snapshots.deleteAfter(epoch);
    queries.deleteAfter(epoch);
    diagnostics.retain(row -> row.epoch() <= epoch);
    proxy.retain(row -> row.epoch() <= epoch);
    probes.retain(row -> row.epoch() <= epoch);
    theory.retain(row -> row.epoch() <= epoch);
    warnings.retain(row -> row.epoch() <= epoch);
    epochs.retain(row -> row.epoch() <= epoch);
    steps.retain(row -> row.step() <= step);
  }

  /// Where a pre-training run leaves its backbone; the file may not exist yet.
  public Path backbone() {
    return path.resolve("backbone.safetensors");
  }

  /// The newest weights that a pre-training run leaves for fine-tuning: its backbone, or its newest
  /// state if it has not finished.
  ///
  /// @throws Problem if it has neither yet
  public Path pretrained() {
    Path newest = Files.exists(backbone()) ? backbone() : checkpoint();
    if (!Files.exists(newest)) {
      throw new Problem(
          "the run has no weights yet", path.toString(), "let it finish an epoch first");
    }
    return newest;
  }

  /// Where the newest state of training is kept, to resume from; the file may not exist yet.
  public Path checkpoint() {
    return path.resolve(CHECKPOINTS).resolve("last" + WEIGHTS);
  }

  /// Where the weights of an epoch are kept if they may become the run's result; the file may not
  /// exist.
  public Path weightsOf(int epoch) {
    return kept.file(epoch, WEIGHTS);
  }

  /// Deletes the weights kept of every other epoch.
  public void keepOnlyWeightsOf(int epoch) {
    kept.epochs(WEIGHTS).stream()
        .filter(each -> each != epoch)
        .forEach(each -> EpochFiles.delete(weightsOf(each)));
  }

  /// The file of the weights that are the run's result so far: those of the best epoch where the
  /// spec asks for it, otherwise the newest. The file may not exist yet.
  public Path weights() {
    return selectedEpoch()
        .map(each -> weightsOf(each.epoch()))
        .filter(Files::exists)
        .orElseGet(this::checkpoint);
  }

  /// The epoch whose weights are the run's result so far; empty before the first has ended.
  public Optional<EpochMetrics> selectedEpoch() {
    Selection selection =
        spec instanceof Experiment experiment ? experiment.selection() : Selection.LAST_EPOCH;
    return SelectedEpoch.of(selection, epochs());
  }

  /// The epoch of the snapshot that belongs to the run's result: of the selected epoch if it has
  /// one, otherwise the newest; empty if there is no snapshot.
  public Optional<Integer> resultSnapshot() {
    List<Integer> recorded = snapshotEpochs();
    return selectedEpoch()
        .map(EpochMetrics::epoch)
        .filter(recorded::contains)
        .or(() -> recorded.isEmpty() ? Optional.empty() : Optional.of(recorded.getLast()));
  }

  private Path evaluationFile(Part part) {
    return path.resolve("evaluations").resolve(part.name().toLowerCase(Locale.ROOT) + ".json");
  }
}
