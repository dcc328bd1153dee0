package coretuning.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.gallery.WeightFigures;
import coretuning.result.Embedding;
import coretuning.result.FocalCourse;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.Part;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairsModelTest {
  private final Comparison comparison = new Comparison();
  private final PairsModel pairs = new PairsModel(comparison);
  private final WeightsModel weights = new WeightsModel(comparison);

  @BeforeEach
  void train() {
    var ce = new FakeRun("ce", Specs.ceTuning());
    var core = new FakeRun("core", Specs.coreTuning());
    comparison.accept(List.of(ce.started(), ce.snapshot(10)));
    comparison.accept(List.of(core.started(), core.snapshot(0), core.snapshot(5)));
    pairs.refresh();
    weights.refresh();
  }

  @Test
  void pairsComeFromTheRunThatMinesThem() {
    assertThat(pairs.run().orElseThrow().id()).isEqualTo("core");
    assertThat(pairs.anchors())
        .hasSize(200)
        .isSortedAccordingTo(Comparator.comparingDouble(HardPair::cosinePositive));
    pairs.order(PairsModel.Order.HARDEST_NEGATIVE);
    assertThat(pairs.anchors().getFirst().cosineNegative())
        .isGreaterThanOrEqualTo(pairs.anchors().getLast().cosineNegative());
    pairs.order(PairsModel.Order.STEP);
    assertThat(pairs.anchors().getFirst().step()).isEqualTo(81);
  }

  @Test
  void aMinedPairKnowsClassesAndMixes() {
    HardPair recorded = pairs.anchors().getFirst();
    PairView pair = pairs.pair(recorded.anchor()).orElseThrow();
    assertThat(pair.anchor().label()).isEqualTo(OptionalInt.of(recorded.anchor() % 10));
    assertThat(pair.others()).hasSize(3);
    assertThat(pair.mixes().getFirst().lambda()).isEqualTo(recorded.lambdaPositive());
    assertThat(pair.mixes().getFirst().first().sample()).isEqualTo(recorded.hardPositive());
    assertThat(pair.mixes().getLast().first().sample()).isEqualTo(recorded.randomNegative());
    assertThat(pair.mixes().getLast().second()).isEqualTo(pair.anchor());
    assertThat(pair.origin()).isEqualTo(new PairView.Origin.Mined(recorded.step(), 5));
    assertThat(pairs.weight(recorded.anchor())).isPresent();
    assertThat(pairs.weight(3)).isEmpty();
  }

  @Test
  void aTestImageIsComparedWithinTheEmbedding() {
    PairView pair = pairs.pair(3).orElseThrow();
    assertThat(pair.mixes()).isEmpty();
    assertThat(pair.origin()).isEqualTo(new PairView.Origin.Compared(5));
    assertThat(pair.member(PairView.Role.HARD_POSITIVE).orElseThrow().label())
        .isEqualTo(OptionalInt.of(3));
    assertThat(pairs.pair(-1)).isEmpty();
  }

  @Test
  void theHardestAreFarthestOfTheClassAndNearestOfTheOthers() {
    var embedding =
        new Embedding(
            2,
            Part.TEST,
            new int[] {10, 11, 12, 13, 14},
            new int[] {0, 0, 0, 1, 1},
            new int[5],
            new float[5],
            2,
            new float[] {1, 0, 2, 0, 1, 1, 0, 3, 3, 1});
    PairView pair = Hardest.of(embedding, 10).orElseThrow();
    assertThat(pair.others()).extracting(PairView.Member::sample).containsExactly(12, 14);
    assertThat(pair.others().getFirst().cosine()).isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(pair.others().getLast().cosine()).isCloseTo(3 / Math.sqrt(10), within(1e-9));
    assertThat(Hardest.of(embedding, 99)).isEmpty();
  }

  @Test
  void weightsAreSortedAndFilteredByClass() {
    assertThat(weights.epoch()).contains(5);
    assertThat(weights.labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(weights.shown())
        .hasSize(200)
        .isSortedAccordingTo(Comparator.comparingDouble(FocalWeight::weight).reversed());
    weights.order(WeightsModel.Order.EASIEST);
    weights.filter(OptionalInt.of(4));
    assertThat(weights.shown())
        .hasSize(20)
        .allMatch(weight -> weight.label() == 4)
        .isSortedAccordingTo(Comparator.comparingDouble(FocalWeight::weight));
  }

  @Test
  void anchorsAreFollowedThroughTheEpochsOfTheChosenRun() {
    var second = new FakeRun("core-2", Specs.coreTuning());
    comparison.accept(List.of(second.started(), second.snapshot(5), second.snapshot(10)));
    weights.refresh();
    assertThat(weights.runNames()).containsExactly("Core-tuning 1", "Core-tuning 2");
    assertThat(weights.position()).isOne();
    weights.follow(weights.following().orElseThrow().get());
    assertThat(weights.recordedEpochs()).isEqualTo(2);
    assertThat(weights.stayingHard())
        .isNotEmpty()
        .allSatisfy(course -> assertThat(weights.negatives(course.sample())).isNotEmpty())
        .isSortedAccordingTo(Comparator.comparingInt(FocalCourse::epochsHard).reversed());

    weights.choose(0);
    assertThat(weights.run().orElseThrow().id()).isEqualTo("core");
    assertThat(weights.stayingHard()).isEmpty();
    weights.follow(weights.following().orElseThrow().get());
    assertThat(weights.recordedEpochs()).isOne();
    weights.filter(OptionalInt.of(4));
    assertThat(weights.stayingHard()).isNotEmpty().allMatch(course -> course.label() == 4);
    WeightFigures figures =
        weights
            .figures(classes -> IntStream.range(0, classes).mapToObj(i -> "c" + i).toList())
            .orElseThrow();
    assertThat(figures.name()).isEqualTo("Core-tuning 1, class c4");
    assertThat(figures.history().labels()).containsExactly(4);
  }

  @Test
  void withoutCoreTuningThereAreNeitherPairsNorWeights() {
    comparison.clear();
    pairs.refresh();
    weights.refresh();
    assertThat(pairs.anchors()).isEmpty();
    assertThat(weights.shown()).isEmpty();
    assertThat(weights.run()).isEmpty();
  }
}
