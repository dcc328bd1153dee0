package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.safetensors.TensorFile;
import coretuning.spec.DataSpec;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.Selection;
import coretuning.spec.TrainSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.testing.TinyData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The best epoch's weights are the result, chosen without the test images, also after a stop.
class SelectionTest {
  private static final int EPOCHS = 4;

  @TempDir Path folder;
  private final List<RunEvent> events = new ArrayList<>();

  private static Experiment experiment(Selection selection) {
    Experiment tiny = TinyData.experiment(MethodSpec.CoreTuning.defaults(), EPOCHS);
    TrainSpec train = tiny.train();
    return new Experiment(
        "tiny",
        tiny.data(),
        tiny.backbone(),
        tiny.method(),
        // A rate that makes the accuracy go up and down.
        new TrainSpec(
            EPOCHS, 8, 1, 0.1, 2, 0.9, true, 1e-4, train.schedule(), train.augmentation()),
        tiny.recording(),
        tiny.device(),
        tiny.seed(),
        selection);
  }

  private Workspace workspace(String name) {
    return new Workspace(new RunStore(folder.resolve(name)), folder.resolve("cache"));
  }

  private RunFolder run(String name, Experiment experiment) {
    Workspace workspace = workspace(name);
    assertThat(
            FineTuneJob.start(experiment, workspace, false)
                .withoutMaps()
                .run(new RunControl(), events::add))
        .isTrue();
    return only(workspace);
  }

  private static RunFolder only(Workspace workspace) {
    return workspace.runs().open(workspace.runs().list().getFirst().id());
  }

  private static List<String> checkpoints(RunFolder run) throws Exception {
    try (Stream<Path> files = Files.list(run.checkpoint().getParent())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theResultIsThatOfTheBestValidationEpochAndEverythingIsMeasuredWithItsWeights()
      throws Exception {
    RunFolder run = run("best", experiment(Selection.BEST_VALIDATION_EPOCH));

    List<EpochMetrics> epochs = run.epochs();
    EpochMetrics best = run.selectedEpoch().orElseThrow();
    assertThat(best.epoch()).as("else the test shows nothing").isLessThan(EPOCHS);
    assertThat(epochs)
        .allSatisfy(each ->
            assertThat(each.validation().orElseThrow())
                .isLessThanOrEqualTo(best.validation().orElseThrow()));
    assertThat(run.evaluation(Part.VALIDATION).map(Evaluation::top1)).isEqualTo(best.validation());
    assertThat(run.resultSnapshot()).contains(best.epoch());
    assertThat(checkpoints(run))
        .containsExactly("epoch-%03d.safetensors".formatted(best.epoch()), "last.safetensors");
    assertThat(events)
        .filteredOn(RunEvent.Note.class::isInstance)
        .extracting(event -> ((RunEvent.Note) event).text())
        .anySatisfy(note -> assertThat(note).startsWith("the result is of epoch " + best.epoch()));

    // The same weights again, through the job a user has and through the exported file.
    events.clear();
    new EvaluateJob(run, run.spec().data(), Part.TEST, folder.resolve("cache"))
        .run(new RunControl(), events::add);
    assertThat(((RunEvent.Evaluated) events.getLast()).evaluation())
        .usingRecursiveComparison()
        .isEqualTo(run.evaluation(Part.TEST).orElseThrow());
    RunWeights.export(run, folder.resolve("weights.safetensors"));
    assertThat(TensorFile.read(folder.resolve("weights.safetensors")).entries().get("fc.weight"))
        .usingRecursiveComparison()
        .isEqualTo(TensorFile.read(run.weights()).entries().get("model.fc.weight"));
  }

  @Test
  void choosingChangesNothingInTraining() throws Exception {
    RunFolder best = run("best", experiment(Selection.BEST_VALIDATION_EPOCH));
    RunFolder last = run("last", experiment(Selection.LAST_EPOCH));

    assertThat(Files.readAllBytes(best.checkpoint()))
        .isEqualTo(Files.readAllBytes(last.checkpoint()));
    assertThat(checkpoints(last)).containsExactly("last.safetensors");
    assertThat(last.selectedEpoch().map(EpochMetrics::epoch)).contains(EPOCHS);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 7, 10, 13, 18})
  void aStoppedRunChoosesTheSameWeights(long stopAfter) throws Exception {
    Experiment experiment = experiment(Selection.BEST_VALIDATION_EPOCH);
    Workspace workspace = workspace("stopped");
    var control = new RunControl();
    assertThat(
            FineTuneJob.start(experiment, workspace, false)
                .run(
                    control,
                    event -> {
                      if (event instanceof RunEvent.StepDone step
                          && step.metrics().step() == stopAfter) {
                        control.stop();
                      }
                    }))
        .isFalse();
    assertThat(
            FineTuneJob.resume(only(workspace), workspace)
                .withoutMaps()
                .run(new RunControl(), event -> {}))
        .isTrue();

    assertSame(only(workspace), run("whole", experiment));
  }

  /// A kill between the best weights and the epoch's checkpoint leaves a file of an epoch that is
  /// yet to come.
  @Test
  void weightsOfAnEpochThatIsLearntAgainAreNotTakenForTheBest() throws Exception {
    Experiment experiment = experiment(Selection.BEST_VALIDATION_EPOCH);
    Workspace workspace = workspace("torn");
    var control = new RunControl();
    FineTuneJob.start(experiment, workspace, false)
        .run(
            control,
            event -> {
              if (event instanceof RunEvent.StepDone step && step.metrics().step() == 12) {
                control.stop();
              }
            });
    RunFolder torn = only(workspace);
    Files.writeString(torn.weightsOf(3), "half a file");

    FineTuneJob.resume(torn, workspace).withoutMaps().run(new RunControl(), event -> {});

    assertSame(only(workspace), run("whole", experiment));
  }

  private static void assertSame(RunFolder actual, RunFolder expected) throws Exception {
    assertThat(checkpoints(actual)).isEqualTo(checkpoints(expected));
    assertThat(Files.readAllBytes(actual.weights()))
        .isEqualTo(Files.readAllBytes(expected.weights()));
    assertThat(Files.readAllBytes(actual.checkpoint()))
        .isEqualTo(Files.readAllBytes(expected.checkpoint()));
    assertThat(actual.evaluation(Part.TEST))
        .usingRecursiveComparison()
        .isEqualTo(expected.evaluation(Part.TEST));
  }

  @Test
  void aShareThatHoldsOutNoImageIsRefusedBeforeAFolderIsMade() {
    Experiment all = experiment(Selection.BEST_VALIDATION_EPOCH);
    DataSpec data = all.data();
    var none =
        new Experiment(
            "none",
            new DataSpec(
                data.format(), data.root(), 28, 0.001, 0.04, data.mean(), data.deviation()),
            all.backbone(),
            all.method(),
            all.train(),
            all.recording(),
            all.device(),
            1,
            all.selection());

    assertThatThrownBy(() ->
            FineTuneJob.start(none, workspace("none"), false).run(new RunControl(), events::add))
        .hasMessageStartingWith("no validation image is left");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
