package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.EpochMetrics;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.SynthesisSpec;
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

/// Pre-training that was stopped or killed ends, once resumed, with the very bytes of one that was
/// not: encoders, queue and pointer, momentum, rows of the folder, backbone.
class PretrainResumeTest {
  private static final int EPOCHS = 3;
  private static final int STEPS_PER_EPOCH = 5;

  @TempDir Path folder;

  /// Queues below, at and above the batch of 8, none but one a multiple of it.
  static Stream<Arguments> runs() {
    var warm = new SynthesisSpec(6, 7, 5, 0.5, 1, false);
    return Stream.of(
        Arguments.of(new PretrainSpec.MocoV1(momentum(5, false)), 3),
        Arguments.of(new PretrainSpec.MocoV2(momentum(24, true)), STEPS_PER_EPOCH),
        Arguments.of(mochi(), 1),
        Arguments.of(mochi(), 8),
        Arguments.of(mochi(), 14),
        Arguments.of(new PretrainSpec.Mochi(momentum(37, true), warm), 7));
  }

  private static PretrainSpec mochi() {
    return new PretrainSpec.Mochi(momentum(37, false), new SynthesisSpec(6, 7, 5, 0.5, 1, false));
  }

  private static MomentumSpec momentum(int queue, boolean symmetric) {
    return new MomentumSpec(0.2, queue, 0.9, 16, 2, symmetric);
  }

  private Workspace workspace(String name) {
    return new Workspace(new RunStore(folder.resolve(name)), folder.resolve("cache"));
  }

  private RunFolder whole(Pretraining pretraining) {
    Workspace workspace = workspace("whole");
    assertThat(PretrainJob.start(pretraining, workspace, "again").run(new RunControl(), e -> {}))
        .isTrue();
    return only(workspace);
  }

  private static RunFolder only(Workspace workspace) {
    assertThat(workspace.runs().list()).hasSize(1);
    return workspace.runs().open(workspace.runs().list().getFirst().id());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aStoppedRunResumesToTheSameBytes(PretrainSpec method, long stopAfter) throws Exception {
    Pretraining pretraining = TinyData.pretraining(method, EPOCHS);
    Workspace workspace = workspace("stopped");
    var control = new RunControl();
    Consumer<RunEvent> stopper =
        event -> {
          if (event instanceof RunEvent.StepDone step && step.metrics().step() == stopAfter) {
            control.stop();
          }
        };
    assertThat(PretrainJob.start(pretraining, workspace, "again").run(control, stopper)).isFalse();
    RunFolder left = only(workspace);
    assertThat(left.state()).isEqualTo(RunState.STOPPED);

    assertThat(PretrainJob.resume(left, workspace, "again").run(new RunControl(), event -> {}))
        .isTrue();

    assertSameResult(left, whole(pretraining));
  }

  @Test
  void aKilledProcessLeavesARunThatResumesToTheSameBytes() throws Exception {
    Path store = folder.resolve("killed");
    DawdlingChild child = DawdlingChild.start(KilledRun.class, store, folder.resolve("child.log"));
    RunFolder left = RunFolder.open(child.killAfter(7));
    assertThat(left.state()).isEqualTo(RunState.STOPPED);

    Workspace workspace = workspace("killed");
    assertThat(PretrainJob.resume(left, workspace, "again").run(new RunControl(), event -> {}))
        .isTrue();

    assertSameResult(left, whole(TinyData.pretraining(mochi(), EPOCHS)));
  }

  private static void assertSameResult(RunFolder actual, RunFolder expected) throws Exception {
    assertThat(actual.steps()).hasSize(EPOCHS * STEPS_PER_EPOCH).isEqualTo(expected.steps());
    assertThat(actual.proxy()).hasSize(EPOCHS).isEqualTo(expected.proxy());
    assertThat(actual.probes()).hasSize(EPOCHS + 1).isEqualTo(expected.probes());
    assertThat(actual.warnings()).isEqualTo(expected.warnings());
    assertThat(values(actual.epochs())).isEqualTo(values(expected.epochs()));
    assertThat(Files.readAllBytes(actual.checkpoint()))
        .isEqualTo(Files.readAllBytes(expected.checkpoint()));
    assertThat(actual.queryEpochs()).isEqualTo(List.of(1, 2, 3)).isEqualTo(expected.queryEpochs());
    for (int epoch : actual.queryEpochs()) {
      assertThat(Files.readAllBytes(queries(actual, epoch)))
          .isEqualTo(Files.readAllBytes(queries(expected, epoch)));
    }
    assertThat(Files.readAllBytes(actual.backbone()))
        .isEqualTo(Files.readAllBytes(expected.backbone()));
  }

  private static Path queries(RunFolder run, int epoch) {
    return run.path().resolve("snapshots/epoch-00%d-query.safetensors".formatted(epoch));
  }

  /// Everything but the speed.
  private static List<List<Object>> values(List<EpochMetrics> epochs) {
    return epochs.stream()
        .map(each ->
            List.<Object>of(each.loss(), each.trainTop1(), each.learningRate(), each.validation()))
        .toList();
  }

  /// What the child process runs: it dawdles after each step, so that it can be killed between two.
  public static final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) {
      Path store = Path.of(arguments[0]);
      var workspace = new Workspace(new RunStore(store), store.resolveSibling("cache"));
      PretrainJob.start(TinyData.pretraining(mochi(), EPOCHS), workspace, "again")
          .run(new RunControl(), DawdlingChild.dawdling());
    }
  }
}
