package coretuning.ui.support;

import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Probe;
import coretuning.result.Projection;
import coretuning.result.Provenance;
import coretuning.result.ProxyEpoch;
import coretuning.result.QuerySnapshot;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.Snapshot;
import coretuning.result.Theory;
import coretuning.result.Warning;
import coretuning.spec.RunSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All that is known of one run on display, whether it is running or was read from disk. For the
/// JavaFX thread.
public final class LiveRun {
  private final String id;
  private final RunSpec spec;
  private final Provenance provenance;
  private RunState state = RunState.RUNNING;
  private final NavigableMap<Integer, EpochMetrics> epochs = new TreeMap<>();
  private final NavigableMap<Integer, EpochDiagnostics> diagnostics = new TreeMap<>();
  private final NavigableMap<Integer, ProxyEpoch> proxy = new TreeMap<>();
  private final NavigableMap<Integer, QuerySnapshot> queries = new TreeMap<>();
  private final NavigableMap<Integer, Probe> probes = new TreeMap<>();
  private final NavigableMap<Integer, Theory> theory = new TreeMap<>();
  private final Set<Warning> warnings = new LinkedHashSet<>();
  private final StepHistory steps = new StepHistory();
  private final NavigableMap<Integer, Snapshot> snapshots = new TreeMap<>();
  private final Map<Integer, Projection> projections = new TreeMap<>();
  private final Map<Part, Evaluation> evaluations = new EnumMap<>(Part.class);
  private Optional<RunEvent.Progress> progress = Optional.empty();
  private Optional<RunEvent.MapMoved> moving = Optional.empty();

  /// A run of which nothing but its beginning is known.
  public LiveRun(RunEvent.Started started) {
    id = started.run();
    spec = started.spec();
    provenance = started.provenance();
  }

  /// Takes in what the run reports.
  ///
  /// @return what changed by it
  Aspect take(RunEvent event) {
    return switch (event) {
      case RunEvent.Started ignored -> {
        state = RunState.RUNNING;
        yield Aspect.STATE;
      }
      case RunEvent.StateChanged change -> {
        state = change.state();
        moving = Optional.empty();
        yield Aspect.STATE;
      }
      case RunEvent.Progress newest -> {
        progress = Optional.of(newest);
        yield Aspect.PROGRESS;
      }
      case RunEvent.StepDone step -> {
        steps.add(step.metrics().step(), step.metrics().epoch(), step.metrics().loss());
        yield Aspect.METRICS;
      }
      case RunEvent.EpochDone epoch -> {
        epochs.put(epoch.metrics().epoch(), epoch.metrics());
        yield Aspect.METRICS;
      }
      case RunEvent.SnapshotTaken taken -> {
        snapshots.put(taken.snapshot().epoch(), taken.snapshot());
        yield Aspect.SNAPSHOTS;
      }
      case RunEvent.Evaluated evaluated -> {
        evaluations.put(evaluated.evaluation().part(), evaluated.evaluation());
        yield Aspect.EVALUATIONS;
      }
      case RunEvent.Projected projected -> {
        projections.put(projected.epoch(), projected.projection());
        moving = Optional.empty();
        yield Aspect.PROJECTIONS;
      }
      case RunEvent.MapMoved newest -> {
        moving = Optional.of(newest);
        yield Aspect.LAYOUTS;
      }
      case RunEvent.Diagnosed seen -> {
        diagnostics.put(seen.diagnostics().epoch(), seen.diagnostics());
        yield Aspect.DIAGNOSTICS;
      }
      case RunEvent.ProxySeen seen -> {
        proxy.put(seen.proxy().epoch(), seen.proxy());
        yield Aspect.DIAGNOSTICS;
      }
      case RunEvent.QueriesSeen seen -> {
        queries.put(seen.queries().epoch(), seen.queries());
        yield Aspect.DIAGNOSTICS;
      }
      case RunEvent.Probed probed -> {
        probes.put(probed.probe().epoch(), probed.probe());
        yield Aspect.DIAGNOSTICS;
      }
      case RunEvent.TheoryMeasured measured -> {
        theory.put(measured.theory().epoch(), measured.theory());
        yield Aspect.DIAGNOSTICS;
      }
      case RunEvent.Warned warned -> {
        warnings.add(warned.warning());
        yield Aspect.DIAGNOSTICS;
      }
      case RunEvent.Note ignored -> Aspect.PROGRESS;
    };
  }

  /// Name of the run's folder.
  public String id() {
    return id;
  }

  public RunSpec spec() {
    return spec;
  }

  public Provenance provenance() {
    return provenance;
  }

  public RunState state() {
    return state;
  }

  /// The probes of a backbone by epoch, ascending.
  public List<Probe> probes() {
    return new ArrayList<>(probes.values());
  }

  /// The proxy task of contrastive pre-training by epoch, ascending.
  public List<ProxyEpoch> proxy() {
    return new ArrayList<>(proxy.values());
  }

  /// Single queries of contrastive pre-training by epochs done, ascending.
  public NavigableMap<Integer, QuerySnapshot> queries() {
    return queries;
  }

  /// By epoch, ascending.
  public List<EpochMetrics> epochs() {
    return new ArrayList<>(epochs.values());
  }

  /// By epoch, ascending.
  public List<EpochDiagnostics> diagnostics() {
    return List.copyOf(diagnostics.values());
  }

  /// By epoch, ascending.
  public List<Theory> theory() {
    return List.copyOf(theory.values());
  }

  /// In the order in which they were noticed, each once.
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  public StepHistory steps() {
    return steps;
  }

  /// By epochs done; 0 is before training.
  public NavigableMap<Integer, Snapshot> snapshots() {
    return snapshots;
  }

  /// The newest snapshot at or before the given epoch.
  public Optional<Snapshot> snapshot(int epoch) {
    return Optional.ofNullable(snapshots.floorEntry(epoch)).map(Map.Entry::getValue);
  }

  /// The newest snapshot.
  public Optional<Snapshot> newest() {
    return Optional.ofNullable(snapshots.lastEntry()).map(Map.Entry::getValue);
  }

  /// The newest snapshot that has mined pairs.
  public Optional<Snapshot> newestWithPairs() {
    return snapshots.descendingMap().values().stream()
        .filter(each -> !each.pairs().isEmpty())
        .findFirst();
  }

  /// The map of the embedding recorded at that epoch.
  public Optional<Projection> projection(int epoch) {
    return Optional.ofNullable(projections.get(epoch));
  }

  /// The map that is being computed, as far as it has come; empty while none is.
  public Optional<RunEvent.MapMoved> moving() {
    return moving;
  }

  public Optional<Evaluation> evaluation(Part part) {
    return Optional.ofNullable(evaluations.get(part));
  }

  public Optional<RunEvent.Progress> progress() {
    return progress;
  }
}
