package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.result.EpochDiagnostics;
import coretuning.result.FocalWeight;
import coretuning.result.GradientNorm;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.result.MiningCounts;
import coretuning.result.Problem;
import coretuning.result.Similarities;
import coretuning.result.StepDiagnostics;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCheckpointTest {
  private static final Position POSITION = new Position(2, 5, 27);

  private final NDManager manager = Tensors.newManager();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void save() {
    file = folder.resolve("last.safetensors");
    RunCheckpoint.save(file, arrays(1.5f), arrays(-0.25f), POSITION, tally());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private Parameters arrays(float value) {
    var parameters = new Parameters();
    parameters.addTrainable("w", manager.full(new Shape(2, 3), value, DataType.FLOAT32));
    parameters.addBuffer("statistics", manager.full(new Shape(4), 2 * value, DataType.FLOAT64));
    return parameters;
  }

  private EpochTally tally() {
    var tally = new EpochTally();
    var pair = new HardPair(27, 3, 4, 5, 6, 0.1, 0.9, -0.3, 0.7, 1.0 / 3);
    var weight = new FocalWeight(3, 1, 0.6, 2.1);
    tally.add(
        new Learner.Step(
            manager.create(0.3f),
            0.1 + 0.2,
            List.of(new LossTerm("second", 0.1), new LossTerm("first", 0.2)),
            3,
            List.of(pair),
            List.of(weight),
            Optional.of(diagnostics())),
        1,
        8);
    return tally;
  }

  private static StepDiagnostics diagnostics() {
    Similarities cosines = Similarities.empty();
    cosines.sameClass().add(0.3);
    cosines.otherClass().add(-1);
    cosines.positive().add(1);
    cosines.negative().add(0.9);
    return new StepDiagnostics(
        0.1 + 0.7,
        8,
        3,
        new MiningCounts(8, 5, 7, 2, 6),
        cosines,
        List.of(new GradientNorm("second", 1.0 / 3), new GradientNorm("first", 0)));
  }

  @Test
  void diagnosticsGoOnWhereTheyWereSaved() {
    EpochTally whole = tally();
    EpochTally restored = RunCheckpoint.restore(file, arrays(0), arrays(0)).tally();
    for (EpochTally each : List.of(whole, restored)) {
      each.add(
          new Learner.Step(
              manager.create(0.3f),
              0.3,
              List.of(),
              3,
              List.of(),
              List.of(),
              Optional.of(diagnostics())),
          1,
          8);
    }
    EpochDiagnostics means = restored.diagnostics(4).orElseThrow();

    assertThat(means).usingRecursiveComparison().isEqualTo(whole.diagnostics(4).orElseThrow());
    assertThat(means.epoch()).isEqualTo(4);
    assertThat(means.crossEntropy()).isEqualTo(0.1 + 0.7);
    assertThat(means.withoutPositive()).isEqualTo(3.0 / 8);
    assertThat(means.mining()).contains(new MiningCounts(16, 10, 14, 4, 12));
    assertThat(means.similarities().sameClass().counts()[26]).isEqualTo(2);
    assertThat(means.gradients()).hasSize(4).first().isEqualTo(new GradientNorm("second", 1.0 / 3));
    assertThat(new EpochTally().diagnostics(1)).isEmpty();
  }

  @Test
  void aCheckpointWithoutDiagnosticsIsRefused() {
    rewrite(entries -> entries.remove("epoch.diagnostics"), notes -> {});
    assertRefused("epoch.diagnostics");
  }

  @Test
  void everythingComesBackBitForBit() {
    Parameters model = arrays(0);
    Parameters momentum = arrays(0);

    RunCheckpoint.Restored restored = RunCheckpoint.restore(file, model, momentum);

    assertThat(restored.position()).isEqualTo(POSITION);
    assertThat(restored.tally().sums()).isEqualTo(tally().sums());
    assertThat(restored.tally().sums().terms().keySet()).containsExactly("second", "first");
    assertThat(restored.tally().pairs()).isEqualTo(tally().pairs());
    assertThat(restored.tally().weights()).isEqualTo(tally().weights());
    assertThat(Transfer.toDoubles(model.get("w"))).containsOnly(1.5);
    assertThat(Transfer.toDoubles(model.get("statistics"))).containsOnly(3.0);
    assertThat(Transfer.toDoubles(momentum.get("w"))).containsOnly(-0.25);
  }

  private void rewrite(Consumer<Map<String, Entry>> entries, Consumer<Map<String, String>> notes) {
    TensorFile content = TensorFile.read(file);
    var newEntries = new LinkedHashMap<>(content.entries());
    var newNotes = new LinkedHashMap<>(content.metadata());
    entries.accept(newEntries);
    notes.accept(newNotes);
    new TensorFile(newEntries, newNotes).write(file);
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> RunCheckpoint.restore(file, arrays(0), arrays(0)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why)
        .hasMessageContaining("last.safetensors");
  }

  @Test
  void anotherVersionIsRefusedForResumingAndForLooking() {
    rewrite(entries -> {}, notes -> notes.put("version", "2"));

    assertRefused("the checkpoint has version 2, this program reads version 1");
    assertThatThrownBy(() -> RunCheckpoint.restoreModel(file, arrays(0)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("version 2");
  }

  @ParameterizedTest
  @CsvSource({"model.w", "momentum.w", "model.statistics", "epoch.pairs", "epoch.weights"})
  void aMissingTensorIsRefused(String name) {
    rewrite(entries -> entries.remove(name), notes -> {});

    assertRefused(name);
  }

  @ParameterizedTest
  @CsvSource({"epoch", "batch", "step", "loss", "images", "version"})
  void aMissingNoteIsRefused(String name) {
    rewrite(entries -> {}, notes -> notes.remove(name));

    assertRefused("the checkpoint lacks " + name);
  }

  @ParameterizedTest
  @CsvSource({"epoch, two", "step, 1.5", "loss, much", "term.first, ''"})
  void aNoteThatIsNoNumberIsRefused(String name, String value) {
    rewrite(entries -> {}, notes -> notes.put(name, value));

    assertRefused("number as its " + name);
  }

  @Test
  void anotherShapeIsRefused() {
    rewrite(
        entries -> entries.put("model.w", Entry.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2)),
        notes -> {});

    assertRefused("tensor model.w does not fit");
  }

  @Test
  void aTableOfOtherColumnsIsRefused() {
    rewrite(entries -> entries.put("epoch.pairs", Entry.of(new double[9], 1, 9)), notes -> {});

    assertRefused("a well-formed epoch.pairs");
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));

    assertThatThrownBy(() -> RunCheckpoint.restore(file, arrays(0), arrays(0)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aMissingFileIsAProblem() {
    assertThatThrownBy(() -> RunCheckpoint.restoreModel(folder.resolve("none"), arrays(0)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none");
  }
}
