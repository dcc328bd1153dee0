package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.EpochDiagnostics;
import coretuning.result.GradientNorm;
import coretuning.result.MiningCounts;
import coretuning.result.Similarities;
import coretuning.result.Warning;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.DataSpec;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.Settings;
import coretuning.spec.TrainSpec;
import coretuning.testing.TinyData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static final MethodSpec CORE = MethodSpec.CoreTuning.defaults();

  private static Experiment experiment(
      MethodSpec method, int batch, int accumulation, double validation) {
    Experiment tiny = TinyData.experiment(method, 1);
    DataSpec data = tiny.data();
    TrainSpec train = tiny.train();
    return new Experiment(
        tiny.name(),
        new DataSpec(
            data.format(),
            data.root(),
            data.imageSize(),
            validation,
            data.subsetRate(),
            data.mean(),
            data.deviation()),
        tiny.backbone(),
        method,
        new TrainSpec(
            train.epochs(),
            batch,
            accumulation,
            train.learningRate(),
            train.headLearningRateFactor(),
            train.momentum(),
            train.nesterov(),
            train.weightDecay(),
            train.schedule(),
            train.augmentation()),
        tiny.recording(),
        tiny.device(),
        tiny.seed());
  }

  private static int[] classes(int classes, int each) {
    var counts = new int[classes];
    Arrays.fill(counts, each);
    return counts;
  }

  private static List<String> texts(Experiment experiment, int... counts) {
    List<Warning> warnings = Warnings.before(experiment, counts);
    assertThat(warnings).allSatisfy(each -> assertThat(each.epoch()).isZero());
    return warnings.stream().map(Warning::text).toList();
  }

  @Test
  void nothingIsSaidOfASoundExperiment() {
    assertThat(texts(experiment(CORE, 50, 1, 0.2), classes(10, 50))).isEmpty();
  }

  @Test
  void aBatchTooSmallForTheClassesIsNamedWithItsShare() {
    assertThat(texts(experiment(CORE, 10, 1, 0.2), classes(20, 50)))
        .singleElement()
        .asString()
        .startsWith("In batches of 10, 63.5 % of the anchors")
        .contains("no other image of their class");
  }

  @Test
  void methodsThatDoNotContrastNeedNoPositives() {
    assertThat(texts(experiment(new MethodSpec.CeTuning(), 10, 4, 0.2), classes(20, 50))).isEmpty();
  }

  @Test
  void accumulationDoesNotEnlargeWhatAnImageMeets() {
    assertThat(texts(experiment(CORE, 50, 4, 0.2), classes(10, 50)))
        .singleElement()
        .asString()
        .contains("of 4 batches")
        .contains("49 others");
  }

  @Test
  void miningAcrossTheUpdateSeesAllItsBatches() {
    var joined =
        MethodSpec.CoreTuning.defaults()
            .with(Settings.with(CoreTuningReading.paper(), "miningScope", "update"));

    assertThat(texts(experiment(joined, 10, 10, 0.2), classes(20, 50))).isEmpty();
  }

  @Test
  void etaOfTheReleasedCodeIsNotThatOfThePaper() {
    var released = MethodSpec.CoreTuning.defaults().with(CoreTuningReading.released());

    assertThat(texts(experiment(released, 50, 1, 0.2), classes(10, 50)))
        .singleElement()
        .asString()
        .contains("eta = 0.1 is a smaller weight");
  }

  @Test
  void classesOfOneImageOfNoneAndOfManyAreNamed() {
    assertThat(texts(experiment(CORE, 51, 1, 0.2), 50, 51, 0, 1))
        .containsExactly(
            "1 of 4 classes have a single training image, which never has a positive.",
            "1 of 4 classes have no training image.",
            "Classes have between 1 and 51 training images: Theorems 1 and 2 assume classes of one"
                + " size, and top-1 favours large ones; see the mean over classes too.");
    assertThat(texts(experiment(CORE, 50, 1, 0.2), 60, 40)).isEmpty();
    assertThat(texts(experiment(CORE, 50, 1, 0.2), 61, 39))
        .singleElement()
        .asString()
        .contains("between 39 and 61");
  }

  @Test
  void imagesOfAnIncompleteBatchAreCounted() {
    assertThat(texts(experiment(CORE, 64, 1, 0.2), classes(10, 50)))
        .singleElement()
        .asString()
        .startsWith("Each epoch leaves out 52 of 500 training images");
  }

  @Test
  void runsWithoutValidationImagesCanOnlyBeTunedOnTest() {
    assertThat(texts(experiment(CORE, 50, 1, 0), classes(10, 50)))
        .singleElement()
        .asString()
        .startsWith("No validation images");
  }

  private static EpochDiagnostics epoch(
      int epoch, Optional<MiningCounts> mining, GradientNorm... gradients) {
    return new EpochDiagnostics(epoch, 1, 0, mining, Similarities.empty(), List.of(gradients));
  }

  private static List<String> observed(EpochDiagnostics epoch) {
    return Warnings.observed(epoch).stream().map(Warning::text).toList();
  }

  @Test
  void minedSelvesAndWrongClassesAreReportedAfterTheFirstEpochOnly() {
    Optional<MiningCounts> released = Optional.of(new MiningCounts(1000, 908, 1000, 92, 800));

    assertThat(observed(epoch(1, released)))
        .containsExactly(
            "90.8 % of the hardest positives of epoch 1 are the anchors themselves.",
            "9.2 % of the hardest positives of epoch 1 are of another class than their anchor.");
    assertThat(observed(epoch(2, released))).isEmpty();
    assertThat(observed(epoch(1, Optional.of(new MiningCounts(1000, 40, 1000, 0, 800))))).isEmpty();
    assertThat(observed(epoch(1, Optional.empty()))).isEmpty();
  }

  @Test
  void aTermThatHardlyPullsIsNamedButNotOneThatIsNotMeantTo() {
    assertThat(
            observed(
                epoch(
                    1,
                    Optional.empty(),
                    new GradientNorm("cross-entropy", 2),
                    new GradientNorm("contrastive", 0.01),
                    new GradientNorm("penalty", 0))))
        .containsExactly(
            "The contrastive term pulls at the features with 0.5 % of the cross-entropy term's"
                + " strength: it hardly counts.");
  }
}
