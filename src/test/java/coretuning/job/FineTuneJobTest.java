package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coretuning.result.EpochMetrics;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.TrainSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.testing.TinyData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FineTuneJobTest {
  @TempDir Path folder;

  private Workspace workspace;
  private final List<RunEvent> events = new ArrayList<>();

  @BeforeEach
  void open() {
    workspace = new Workspace(new RunStore(folder.resolve("runs")), folder.resolve("cache"));
  }

  private RunFolder only() {
    assertThat(workspace.runs().list()).hasSize(1);
    return workspace.runs().open(workspace.runs().list().getFirst().id());
  }

  private static Experiment with(double learningRate, int batchSize) {
    Experiment tiny = TinyData.experiment(MethodSpec.CoreTuning.defaults(), 2);
    TrainSpec train = tiny.train();
    return new Experiment(
        tiny.name(),
        tiny.data(),
        tiny.backbone(),
        tiny.method(),
        new TrainSpec(
            train.epochs(),
            batchSize,
            1,
            learningRate,
            1,
            0.9,
            true,
            1e-4,
            train.schedule(),
            train.augmentation()),
        tiny.recording(),
        tiny.device(),
        tiny.seed());
  }

  @ParameterizedTest
  @CsvSource({"1e4, 8", "1e6, 8", "1e30, 8", "1e6, 40", "1e12, 40", "1e30, 40"})
  void trainingThatDivergesFailsInOneLineAndLeavesFiniteWeights(
      double learningRate, int batchSize) {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                FineTuneJob.start(with(learningRate, batchSize), workspace, false)
                    .run(new RunControl(), events::add));

    assertThat(problem).isNotNull();
    assertThat(problem.getMessage())
        .containsPattern("loss became|no longer finite")
        .containsPattern("epoch \\d, (batch|after) \\d|sample \\d")
        .contains("lower the learning rate")
        .doesNotContain("\n");
    RunFolder run = only();
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.failure().orElseThrow()).hasMessage(problem.getMessage());
    assertThat(events.getLast())
        .isEqualTo(new RunEvent.StateChanged(run.id(), RunState.FAILED, Optional.of(problem)));
    assertThat(run.summary().state()).isEqualTo(RunState.FAILED);
    if (Files.exists(run.checkpoint())) {
      TensorFile.read(run.checkpoint()).entries().values().forEach(FineTuneJobTest::assertFinite);
    }
  }

  private static void assertFinite(Entry entry) {
    for (double value : entry.toDoubles()) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void aBatchLargerThanTheDataFailsBeforeAFolderIsMade() {
    assertThatThrownBy(() ->
            FineTuneJob.start(with(0.1, 41), workspace, false).run(new RunControl(), events::add))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the batch size 41 is larger than the 40 training images");
    assertThat(folder).isEmptyDirectory();
    assertThat(events).isEmpty();
  }

  @Test
  void everyEventBelongsToTheRunAndTheFirstSaysThatItStarted() {
    FineTuneJob.start(with(0.02, 8), workspace, false).run(new RunControl(), events::add);

    assertThat(events.getFirst()).isInstanceOf(RunEvent.Started.class);
    assertThat(events).extracting(RunEvent::run).containsOnly(only().id());
    assertThat(events.getLast())
        .isEqualTo(new RunEvent.StateChanged(only().id(), RunState.FINISHED, Optional.empty()));
  }

  @Test
  void validationImagesAreMeasuredAfterEachEpochAndAtTheEnd() {
    FineTuneJob.start(with(0.02, 8), workspace, false).run(new RunControl(), events::add);

    RunFolder run = only();
    assertThat(run.epochs()).extracting(EpochMetrics::validation).allMatch(Optional::isPresent);
    var validation = run.evaluation(Part.VALIDATION).orElseThrow();
    // 5 of the 100 training images of each class.
    assertThat(validation.images()).isEqualTo(50);
    assertThat(run.epochs().getLast().validation()).contains(validation.top1());
  }

  @Test
  void aRunThatEndedBeforeItsFirstCheckpointIsResumedFromTheStart() {
    assertThatThrownBy(() ->
            FineTuneJob.start(with(0.02, 8), workspace, false)
                .run(new RunControl(), FineTuneJobTest::failInTheThirdStep))
        .hasMessage("deliberate fault of a test");
    assertThat(only().steps()).hasSize(3);
    assertThat(only().checkpoint()).doesNotExist();

    FineTuneJob.resume(only(), workspace).run(new RunControl(), events::add);

    assertThat(only().steps())
        .extracting(step -> (int) step.step())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(only().state()).isEqualTo(RunState.FINISHED);
  }

  private static void failInTheThirdStep(RunEvent event) {
    if (event instanceof RunEvent.StepDone step && step.metrics().step() == 3) {
      throw new IllegalStateException("deliberate fault of a test");
    }
  }
}
