package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.EpochMetrics;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.StepMetrics;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.Settings;
import coretuning.spec.TrainSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.testing.TinyData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that was stopped or killed ends, once resumed, with the very bytes of one that was not.
class ResumeTest {
  private static final int EPOCHS = 3;
  private static final int STEPS_PER_EPOCH = 5;
  private static final Experiment EXPERIMENT =
      TinyData.experiment(MethodSpec.CoreTuning.defaults(), EPOCHS);

  @TempDir Path folder;

  private Workspace workspace(String name) {
    return new Workspace(new RunStore(folder.resolve(name)), folder.resolve("cache"));
  }

  private RunFolder whole() {
    return whole(EXPERIMENT);
  }

  private RunFolder whole(Experiment experiment) {
    Workspace workspace = workspace("whole");
    boolean completed =
        FineTuneJob.start(experiment, workspace, false).run(new RunControl(), event -> {});
    assertThat(completed).isTrue();
    return only(workspace);
  }

  private static RunFolder only(Workspace workspace) {
    assertThat(workspace.runs().list()).hasSize(1);
    return workspace.runs().open(workspace.runs().list().getFirst().id());
  }

  @Test
  void sameSeedGivesTheSameBytes() throws Exception {
    RunFolder first = whole();
    Workspace again = workspace("again");
    FineTuneJob.start(EXPERIMENT, again, false).run(new RunControl(), event -> {});

    assertSameResult(only(again), first);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 8, 14})
  void aStoppedRunResumesToTheSameBytes(long stopAfter) throws Exception {
    assertSameResult(stoppedAndResumed(EXPERIMENT, stopAfter), whole());
  }

  /// Updates of 2, 2 and 1 batches; each is one row, and none is ever torn.
  @ParameterizedTest
  @ValueSource(longs = {2, 5, 9})
  void aRunThatMinesAcrossUpdatesResumesToTheSameBytes(long stopAfter) throws Exception {
    Experiment experiment = acrossUpdates();

    assertSameResult(stoppedAndResumed(experiment, stopAfter), whole(experiment), 3 * EPOCHS);
  }

  /// Attention that was measured, a classifier that starts anew, an encoder and queues that follow.
  static Stream<Arguments> methodsWithAMemory() {
    var delta = new MethodSpec.Delta(1e-4, 0.01, true, 1, 1);
    var rifle = new MethodSpec.Rifle(EPOCHS);
    var bi = new MethodSpec.BiTuning(1, 0.07, 3, 0.9, 16);
    return Stream.of(
        Arguments.of(delta, 3),
        Arguments.of(rifle, STEPS_PER_EPOCH),
        Arguments.of(rifle, 7),
        Arguments.of(bi, 7));
  }

  @ParameterizedTest
  @MethodSource("methodsWithAMemory")
  void aMethodsMemoryIsResumedToo(MethodSpec method, long stopAfter) throws Exception {
    Experiment experiment = TinyData.experiment(method, EPOCHS);

    assertSameResult(stoppedAndResumed(experiment, stopAfter), whole(experiment));
  }

  private static Experiment acrossUpdates() {
    TrainSpec plain = EXPERIMENT.train();
    var train =
        new TrainSpec(
            plain.epochs(),
            plain.batchSize(),
            2,
            plain.learningRate(),
            plain.headLearningRateFactor(),
            plain.momentum(),
            plain.nesterov(),
            plain.weightDecay(),
            plain.schedule(),
            plain.augmentation());
    return new Experiment(
        "across updates",
        EXPERIMENT.data(),
        EXPERIMENT.backbone(),
        Settings.with(EXPERIMENT.method(), "mining-scope", "update"),
        train,
        EXPERIMENT.recording(),
        EXPERIMENT.device(),
        EXPERIMENT.seed());
  }

  private RunFolder stoppedAndResumed(Experiment experiment, long stopAfter) {
    Workspace workspace = workspace("stopped");
    var control = new RunControl();
    Consumer<RunEvent> stopper =
        event -> {
          if (event instanceof RunEvent.StepDone step && step.metrics().step() == stopAfter) {
            control.stop();
          }
        };
    assertThat(FineTuneJob.start(experiment, workspace, false).run(control, stopper)).isFalse();
    RunFolder left = only(workspace);
    assertThat(left.state()).isEqualTo(RunState.STOPPED);

    assertThat(FineTuneJob.resume(left, workspace).run(new RunControl(), event -> {})).isTrue();
    return only(workspace);
  }

  @Test
  void aKilledProcessLeavesARunThatResumesToTheSameBytes() throws Exception {
    Path store = folder.resolve("killed");
    DawdlingChild child = DawdlingChild.start(KilledRun.class, store, folder.resolve("child.log"));
    RunFolder left = RunFolder.open(child.killAfter(7));
    assertThat(left.state()).isEqualTo(RunState.STOPPED);

    Workspace workspace = workspace("killed");
    assertThat(FineTuneJob.resume(left, workspace).run(new RunControl(), event -> {})).isTrue();

    assertSameResult(only(workspace), whole());
  }

  /// What the child process runs: an epoch that never ends by itself, for it dawdles after each
  /// step.
  public static final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) {
      Path store = Path.of(arguments[0]);
      var workspace = new Workspace(new RunStore(store), store.resolveSibling("cache"));
      FineTuneJob.start(EXPERIMENT, workspace, false)
          .run(new RunControl(), DawdlingChild.dawdling());
    }
  }

  private static void assertSameResult(RunFolder actual, RunFolder expected) throws Exception {
    assertSameResult(actual, expected, EPOCHS * STEPS_PER_EPOCH);
  }

  private static void assertSameResult(RunFolder actual, RunFolder expected, int rows)
      throws Exception {
    assertThat(actual.steps()).hasSize(rows).isEqualTo(expected.steps());
    assertThat(values(actual.epochs())).isEqualTo(values(expected.epochs()));
    assertThat(actual.diagnostics())
        .hasSize(EPOCHS)
        .usingRecursiveComparison()
        .isEqualTo(expected.diagnostics());
    assertThat(actual.theory()).hasSize(EPOCHS + 1).isEqualTo(expected.theory());
    assertThat(actual.warnings()).isEqualTo(expected.warnings());
    assertThat(Files.readAllBytes(actual.checkpoint()))
        .isEqualTo(Files.readAllBytes(expected.checkpoint()));
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
      assertThat(actual.snapshot(epoch))
          .usingRecursiveComparison()
          .isEqualTo(expected.snapshot(epoch));
    }
    assertThat(actual.projection(EPOCHS))
        .usingRecursiveComparison()
        .isEqualTo(expected.projection(EPOCHS));
  }

  /// Everything but the speed.
  private static List<List<Object>> values(List<EpochMetrics> epochs) {
    return epochs.stream()
        .map(each ->
            List.<Object>of(
                each.loss(),
                each.terms(),
                each.trainTop1(),
                each.learningRate(),
                each.validation()))
        .toList();
  }

  /// Metrics that a step must have, lest an empty list pass for equal ones.
  @Test
  void everyStepNamesItsTerms() {
    List<StepMetrics> steps = whole().steps();

    assertThat(steps).extracting(StepMetrics::step).isSorted().doesNotHaveDuplicates();
    assertThat(steps).allSatisfy(step -> assertThat(step.terms()).hasSize(2));
  }
}
