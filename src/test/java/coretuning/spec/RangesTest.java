package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every record names the value and the rule it breaks.
class RangesTest {
  static Stream<Map.Entry<String, ThrowingCallable>> broken() {
    return Stream.of(
        Map.entry(
            "eta must be at least 0, got -1", () -> new MethodSpec.CoreTuning(-1, 1, 1, 0, 1, 2)),
        Map.entry(
            "alpha must be above 0, got 0", () -> new MethodSpec.CoreTuning(1, 0, 1, 0, 1, 2)),
        Map.entry(
            "temperature must be above 0, got Infinity",
            () -> new MethodSpec.CoreTuning(1, 1, Double.POSITIVE_INFINITY, 0, 1, 2)),
        Map.entry(
            "lambda threshold must lie in [0, 1], got 1.5",
            () -> new MethodSpec.CoreTuning(1, 1, 1, 1.5, 1, 2)),
        Map.entry(
            "projection size must be at least 2, got 1",
            () -> new MethodSpec.CoreTuning(1, 1, 1, 0, 1, 1)),
        Map.entry(
            "Core-tuning needs its contrastive term or its mixed cross-entropy;"
                + " for neither choose CE-tuning",
            () -> new CoreTuningParts(false, false, true, true, false, true)),
        Map.entry(
            "detached originals need hard positives or semi-hard negatives:"
                + " otherwise nothing teaches the backbone",
            () ->
                MethodSpec.CoreTuning.defaults()
                    .with(CoreTuningReading.released())
                    .with(new CoreTuningParts(true, false, false, false, true, true), 1)),
        Map.entry(
            "snapshot interval must be at least 1, got 0", () -> new RecordingSpec(0, 10, 1, 1)),
        Map.entry(
            "embedding samples must be at least 10, got 9", () -> new RecordingSpec(1, 9, 1, 1)),
        Map.entry(
            "key momentum must lie in [0, 0.999999], got 1",
            () -> new MomentumSpec(0.1, 1, 1, 2, 1, false)),
        Map.entry(
            "milestone must be at least 1, got 0", () -> new ScheduleSpec.Step(List.of(0), 1, 0)),
        Map.entry("warm-up epochs must be at least 0, got -1", () -> new ScheduleSpec.Cosine(-1)),
        Map.entry(
            "flip probability must lie in [0, 1], got 2",
            () -> new TransformSpec.HorizontalFlip(2)),
        Map.entry(
            "most crop scale must lie in [0.5, 1], got 0.2",
            () -> new TransformSpec.RandomResizedCrop(8, 0.5, 0.2)),
        Map.entry(
            "nesterov needs a momentum above 0, got 0",
            () ->
                new TrainSpec(
                    1, 2, 1, 0.1, 1, 0, true, 0, new ScheduleSpec.Constant(0), List.of())),
        Map.entry(
            "mean and deviation need 3 values each, got 1 and 3",
            () ->
                new DataSpec(
                    DataFormat.IDX, "a", 8, 0, 1, List.of(0.5), DataSpec.IMAGENET_DEVIATION)),
        Map.entry(
            "data root must not be empty",
            () ->
                new DataSpec(
                    DataFormat.IDX,
                    " ",
                    8,
                    0,
                    1,
                    DataSpec.IMAGENET_MEAN,
                    DataSpec.IMAGENET_DEVIATION)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aValueOutOfItsRangeIsNamedWithTheRule(Map.Entry<String, ThrowingCallable> broken) {
    assertThatThrownBy(broken.getValue())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(broken.getKey());
  }

  @Test
  void architecturesAreFoundByTheirLabels() {
    for (Architecture each : Architecture.values()) {
      assertThat(Architecture.ofLabel(each.label())).isEqualTo(each);
    }
    assertThatThrownBy(() -> Architecture.ofLabel("vgg"))
        .hasMessageStartingWith("architecture must be one of resnet18, ")
        .hasMessageEndingWith("; got vgg");
  }

  @Test
  void anotherMethodOrSeedLeavesTheRestOfAnExperiment() {
    Experiment core = SamplePreset.experiment();

    Experiment ce = core.withMethod(new MethodSpec.CeTuning()).withSeed(7);

    assertThat(ce.methodTitle()).isEqualTo("CE-tuning");
    assertThat(ce.name()).isEqualTo("CE-tuning");
    assertThat(ce)
        .usingRecursiveComparison()
        .ignoringFields("name", "method", "seed")
        .isEqualTo(core);
  }
}
