package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.ui.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecDifferenceTest {
  private final Messages messages = Messages.ofProgram();

  private static Experiment with(TrainSpec train) {
    Experiment base = Specs.coreTuning();
    return new Experiment(
        "another name",
        base.data(),
        base.backbone(),
        base.method(),
        train,
        base.recording(),
        base.device(),
        base.seed());
  }

  private static TrainSpec train(int epochs, ScheduleSpec schedule) {
    TrainSpec base = Specs.coreTuning().train();
    return new TrainSpec(
        epochs,
        base.batchSize(),
        base.accumulationSteps(),
        base.learningRate(),
        base.headLearningRateFactor(),
        base.momentum(),
        base.nesterov(),
        base.weightDecay(),
        schedule,
        base.augmentation());
  }

  @Test
  void namesOfRunsAreNoSettings() {
    assertThat(SpecDifference.between(Specs.coreTuning(), with(Specs.coreTuning().train())))
        .isEmpty();
  }

  @Test
  void theTwoSidesOfAComparisonDifferInTheMethodAlone() {
    assertThat(SpecDifference.between(Specs.ceTuning(), Specs.coreTuning()))
        .containsExactly(new SpecDifference("method", "CE-tuning", "Core-tuning"));
  }

  @Test
  void numbersAreShownAsTyped() {
    var small = new MethodSpec.CoreTuning(1, 1, 0.0001, 0.8, 1, 256);
    assertThat(
            SpecDifference.between(
                Specs.coreTuning(), Specs.coreTuning().withMethod(small).withSeed(7)))
        .containsExactly(
            new SpecDifference("core-tuning-eta", "0.1", "1"),
            new SpecDifference("core-tuning-temperature", "0.07", "0.0001"),
            new SpecDifference("seed", "1", "7"));
  }

  @Test
  void aScheduleOfAnotherKindIsADifference() {
    var cosine = with(train(10, new ScheduleSpec.Cosine(0)));
    var constant = with(train(12, new ScheduleSpec.Constant(0)));
    assertThat(SpecDifference.between(cosine, constant))
        .containsExactly(
            new SpecDifference("epochs", "10", "12"),
            new SpecDifference("schedule", "Cosine", "Constant"));
  }

  @Test
  void settingsAreCalledAsInTheForm() {
    assertThat(new SpecDifference("core-tuning-eta", "0.1", "1").name(messages))
        .isEqualTo("Contrastive weight η");
    assertThat(new SpecDifference("method", "a", "b").name(messages)).isEqualTo("Method");
    assertThat(new SpecDifference("somethingNew", "a", "b").name(messages))
        .isEqualTo("somethingNew");
  }

  @Test
  void amongSeveralRunsAValueThatAMethodLacksIsADash() {
    var strong = new MethodSpec.CoreTuning(1, 1, 0.07, 0.8, 1, 256);
    assertThat(
            SpecDifference.among(
                List.of(
                    Specs.ceTuning(), Specs.coreTuning(), Specs.coreTuning().withMethod(strong))))
        .containsExactly(
            new SpecDifference("method", List.of("CE-tuning", "Core-tuning", "Core-tuning")),
            new SpecDifference("core-tuning-eta", List.of("–", "0.1", "1")));
    assertThat(SpecDifference.among(List.of())).isEmpty();
    assertThat(SpecDifference.among(List.of(Specs.ceTuning()))).isEmpty();
  }
}
