package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Embedding;
import coretuning.result.EpochDiagnostics;
import coretuning.result.Evaluation;
import coretuning.result.GradientNorm;
import coretuning.result.MiningCounts;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.result.Similarities;
import coretuning.result.Snapshot;
import coretuning.result.StepMetrics;
import coretuning.result.Theory;
import coretuning.result.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  /// Field by field, arrays by content, NaN equal to NaN.
  private static final RecursiveComparisonConfiguration BY_CONTENT =
      RecursiveComparisonConfiguration.builder()
          .withComparatorForType(Double::compare, Double.class)
          .withComparatorForType(Float::compare, Float.class)
          .build();

  @TempDir Path root;
  private RunFolder run;

  @BeforeEach
  void create() {
    run = new RunStore(root).create(Samples.experiment());
  }

  @Test
  void aNewRunIsQueuedAndEmpty() {
    assertThat(run.spec()).isEqualTo(Samples.experiment());
    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(run.failure()).isEmpty();
    assertThat(run.provenance()).isEmpty();
    assertThat(run.steps()).isEmpty();
    assertThat(run.epochs()).isEmpty();
    assertThat(run.snapshotEpochs()).isEmpty();
    assertThat(run.evaluation(Part.TEST)).isEmpty();
    assertThat(run.projection(0)).isEmpty();
  }

  @Test
  void metricsComeBackWithNaNAndEveryDigit() {
    for (int i = 1; i <= 4; i++) {
      run.append(Samples.step(i));
    }
    run.append(Samples.epoch(1));
    run.append(Samples.epoch(2));

    RunFolder again = RunFolder.open(run.path());
    assertThat(again.steps())
        .containsExactly(Samples.step(1), Samples.step(2), Samples.step(3), Samples.step(4));
    assertThat(again.epochs()).containsExactly(Samples.epoch(1), Samples.epoch(2));
  }

  private static EpochDiagnostics diagnostics(int epoch, Optional<MiningCounts> mining) {
    Similarities cosines = Similarities.empty();
    cosines.otherClass().add(1.0 / epoch);
    return new EpochDiagnostics(
        epoch, 0.1 + 0.2, 1.0 / 3, mining, cosines, List.of(new GradientNorm("L_ce^m", 2)));
  }

  @Test
  void whatLetsAUserTrustTheRunComesBackUpToTheCheckpoint() {
    assertThat(run.diagnostics()).isEmpty();
    assertThat(run.theory()).isEmpty();
    assertThat(run.warnings()).isEmpty();
    EpochDiagnostics first = diagnostics(1, Optional.of(new MiningCounts(8, 5, 7, 2, 6)));
    EpochDiagnostics second = diagnostics(2, Optional.empty());
    var before = new Theory(0, -1.0 / 3, 7, Double.NaN, Double.NEGATIVE_INFINITY);
    run.append(first);
    run.append(second);
    run.append(before);
    run.append(new Theory(2, 1, 2, 3, 4));
    run.append(new Warning(0, "Größe"));
    run.append(new Warning(2, "later"));

    assertThat(RunFolder.open(run.path()).diagnostics())
        .usingRecursiveComparison()
        .isEqualTo(List.of(first, second));
    run.truncateAfter(5, 1);

    assertThat(run.diagnostics()).usingRecursiveComparison().isEqualTo(List.of(first));
    assertThat(run.theory()).containsExactly(before);
    assertThat(run.warnings()).containsExactly(new Warning(0, "Größe"));
  }

  @Test
  void aSnapshotComesBackBitForBit() {
    Snapshot snapshot = Samples.snapshot(3);
    run.write(snapshot);

    Snapshot read = RunFolder.open(run.path()).snapshot(3);

    assertThat(read).usingRecursiveComparison(BY_CONTENT).isEqualTo(snapshot);
    assertThat(run.snapshotEpochs()).containsExactly(3);
    assertThat(run.path().resolve("snapshots/epoch-003.safetensors")).exists();
    assertThat(run.spread(3)).usingRecursiveComparison(BY_CONTENT).isEqualTo(snapshot.spread());
  }

  @Test
  void aSnapshotFromBeforeTrainingImagesWereKeptOpens() throws IOException {
    run.write(Samples.snapshot(3));
    Files.delete(run.path().resolve("snapshots/epoch-003-training.safetensors"));

    assertThat(run.snapshotEpochs()).containsExactly(3);
    assertThat(run.snapshot(3).training()).isEmpty();
    assertThat(run.snapshot(3).pairs()).hasSize(1);
  }

  @Test
  void csvFilesAreTheSameInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      run.write(Samples.snapshot(3));
    } finally {
      Locale.setDefault(before);
    }

    assertThat(run.snapshotEpochs()).containsExactly(3);
    assertThat(Files.readAllLines(run.path().resolve("snapshots/epoch-003-weights.csv")))
        .containsExactly("sample,label,weight,loss", "7,0,0.3333333333333333,NaN");
  }

  @Test
  void provenanceEvaluationAndProjectionComeBack() {
    run.write(Samples.provenance());
    run.write(Samples.evaluation(Part.VALIDATION));
    run.write(20, Samples.projection());

    assertThat(run.provenance()).contains(Samples.provenance());
    assertThat(run.evaluation(Part.TEST)).isEmpty();
    assertThat(run.evaluation(Part.VALIDATION).orElseThrow())
        .usingRecursiveComparison(BY_CONTENT)
        .isEqualTo(Samples.evaluation(Part.VALIDATION));
    assertThat(run.projection(20).orElseThrow())
        .usingRecursiveComparison(BY_CONTENT)
        .isEqualTo(Samples.projection());
  }

  @Test
  void aFailureKeepsItsWords() {
    run.writeState(
        RunState.FAILED, Optional.of(new Problem("the loss is NaN", "batch 7", "lower the rate")));

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.failure().orElseThrow()).hasMessage("the loss is NaN (batch 7): lower the rate");
  }

  @Test
  void aRunOfADeadProgramHasStopped() throws IOException {
    run.writeState(RunState.RUNNING, Optional.empty());
    assertThat(run.state()).isEqualTo(RunState.RUNNING);

    Path state = run.path().resolve("state.json");
    // The same process id, but a program that started in 2001.
    Files.writeString(
        state,
        Files.readString(state)
            .replaceAll(
                "\"processStart\" : \"[^\"]*\"", "\"processStart\" : \"2001-01-01T00:00:00Z\""));

    assertThat(run.state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aTornLastLineIsIgnoredInReadingAndCutInWriting() throws IOException {
    run.append(Samples.step(1));
    Path file = run.path().resolve("steps.jsonl");
    Files.writeString(file, "{\"step\":2,\"epo", StandardOpenOption.APPEND);

    assertThat(run.steps()).containsExactly(Samples.step(1));

    run.append(Samples.step(2));
    assertThat(run.steps()).containsExactly(Samples.step(1), Samples.step(2));
  }

  @Test
  void aLogOfNothingButATornLineIsHealed() throws IOException {
    Path file = run.path().resolve("steps.jsonl");
    Files.writeString(file, "{\"step\":2,\"epo");

    assertThat(run.steps()).isEmpty();
    run.append(Samples.step(1));
    assertThat(run.steps()).containsExactly(Samples.step(1));
  }

  @Test
  void aBrokenLineInTheMiddleIsAProblemNamingTheLine() throws IOException {
    run.append(Samples.step(1));
    Path file = run.path().resolve("steps.jsonl");
    Files.writeString(file, "{\"step\":oops}\n", StandardOpenOption.APPEND);
    run.append(Samples.step(2));

    assertThatThrownBy(run::steps)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("steps.jsonl, line 2");
  }

  @Test
  void goingBackToACheckpointDropsWhatCameAfter() throws IOException {
    for (int i = 1; i <= 25; i++) {
      run.append(Samples.step(i));
    }
    for (int i = 1; i <= 2; i++) {
      run.append(Samples.epoch(i));
      run.write(Samples.snapshot(i));
      run.write(i, Samples.projection());
    }
    run.write(Samples.evaluation(Part.TEST));
    Files.writeString(
        run.path().resolve("epochs.jsonl"), "{\"epoch\":3", StandardOpenOption.APPEND);

    run.truncateAfter(12, 1);

    assertThat(run.steps()).hasSize(12).last().isEqualTo(Samples.step(12));
    assertThat(run.epochs()).containsExactly(Samples.epoch(1));
    assertThat(run.path().resolve("epochs.jsonl")).content().endsWith("}\n");
    assertThat(run.snapshotEpochs()).containsExactly(1);
    assertThat(run.projection(1)).isPresent();
    assertThat(run.projection(2)).isEmpty();
    assertThat(run.evaluation(Part.TEST)).isEmpty();
    try (var files = Files.list(run.path().resolve("snapshots"))) {
      assertThat(files).allMatch(file -> file.getFileName().toString().startsWith("epoch-001"));
    }
  }

  @Test
  void goingBackInAnEmptyRunIsNothing() {
    run.truncateAfter(0, 0);

    assertThat(run.steps()).isEmpty();
  }

  @Test
  void theSummaryTellsTheNewest() {
    run.write(Samples.provenance());
    run.append(Samples.epoch(1));
    run.append(Samples.epoch(2));
    run.write(Samples.snapshot(0));
    run.write(Samples.snapshot(2));
    run.write(Samples.evaluation(Part.TEST));
    run.writeState(RunState.FINISHED, Optional.empty());

    RunSummary summary = run.summary();

    assertThat(summary.id()).isEqualTo(run.id());
    assertThat(summary.method()).isEqualTo("Core-tuning");
    assertThat(summary.data()).isEqualTo("fashion-mnist-mini");
    assertThat(summary.state()).isEqualTo(RunState.FINISHED);
    assertThat(summary.epochsDone()).isEqualTo(2);
    assertThat(summary.epochs()).isEqualTo(20);
    assertThat(summary.test().map(Evaluation::top1)).contains(0.6);
    assertThat(summary.spread()).isPresent();
    assertThat(summary.startedAt()).isEqualTo("2026-11-23T15:12:33.5Z");
  }

  @Test
  void anUnwritableFolderIsAProblemAndLosesNothing() throws IOException {
    run.append(Samples.step(1));
    // A folder where the file should be: refused even to an administrator.
    Files.createDirectories(run.path().resolve("epochs.jsonl/x"));
    Files.createDirectories(run.path().resolve("provenance.json/x"));

    assertThatThrownBy(() -> run.append(Samples.epoch(1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("epochs.jsonl");
    assertThatThrownBy(() -> run.write(Samples.provenance()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("provenance.json");
    assertThat(run.steps()).containsExactly(Samples.step(1));
  }

  @Test
  void damagedSnapshotsAreProblemsNamingTheFile() throws IOException {
    run.write(Samples.snapshot(1));
    Path pairs = run.path().resolve("snapshots/epoch-001-pairs.csv");
    String good = Files.readString(pairs);
    for (String bad : List.of("", "x\n", good + "1,2\n", good.replace("900000", "many"))) {
      Files.writeString(pairs, bad);

      assertThatThrownBy(() -> run.snapshot(1))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("epoch-001-pairs.csv, line ");
    }
    Files.delete(pairs);
    assertThatThrownBy(() -> run.snapshot(1)).hasMessageContaining("epoch-001-pairs.csv");
  }

  @Test
  void aProjectionOfAnOlderVersionHasNoMeasures() throws IOException {
    run.write(2, Samples.projection());
    Files.delete(run.path().resolve("projections/epoch-002-measures.json"));

    assertThat(run.projection(2).orElseThrow())
        .usingRecursiveComparison(BY_CONTENT)
        .isEqualTo(Samples.projection().withMeasures(List.of()));
  }

  @Test
  void aProjectionThatLostPointsIsAProblem() throws IOException {
    run.write(2, Samples.projection());
    Path points = run.path().resolve("projections/epoch-002.csv");
    List<String> lines = Files.readAllLines(points);
    Files.write(points, lines.subList(0, 3));

    assertThatThrownBy(() -> run.projection(2))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("2 points instead of 3");
  }

  @Test
  void theCheckpointLiesInTheRun() {
    assertThat(run.path().relativize(run.checkpoint()))
        .isEqualTo(Path.of("checkpoints", "last.safetensors"));
  }

  @Test
  void whatIsNoRunIsAProblem() {
    assertThatThrownBy(() -> RunFolder.open(root.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such run");
    assertThatThrownBy(() -> RunFolder.open(root))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("spec.json");
  }

  @Test
  void manyStepsAreAppendedQuickly() {
    long start = System.nanoTime();
    for (int i = 1; i <= 2000; i++) {
      run.append(Samples.step(i));
    }

    List<StepMetrics> steps = run.steps();
    assertThat(steps).hasSize(2000);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
  }

  @Test
  void anEmbeddingFileWithoutATensorIsAProblem() {
    run.write(Samples.snapshot(1));
    Path file = run.path().resolve("snapshots/epoch-001.safetensors");
    new coretuning.safetensors.TensorFile(new java.util.LinkedHashMap<>(), java.util.Map.of())
        .write(file);

    assertThatThrownBy(() -> run.snapshot(1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("\"features\" is missing");
  }

  @Test
  void anEmptyEmbeddingComesBack() {
    var empty =
        new Embedding(
            4, Part.VALIDATION, new int[0], new int[0], new int[0], new float[0], 8, new float[0]);
    run.write(new Snapshot(empty, Samples.spread(), 0.5, List.of(), List.of()));

    assertThat(run.snapshot(4).embedding()).usingRecursiveComparison(BY_CONTENT).isEqualTo(empty);
  }
}
