package coretuning.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.analysis.mix.ContrastSpace;
import coretuning.result.HardPair;
import coretuning.result.Snapshot;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.pairs.PairView.Role;
import coretuning.ui.support.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final ContrastSpace RAW = new ContrastSpace(List.of());

  private final Comparison comparison = new Comparison();
  private final PairsModel pairs = new PairsModel(comparison);

  @BeforeEach
  void train() {
    var ce = new FakeRun("run-0", Specs.ceTuning());
    var core = new FakeRun("run-1", Specs.coreTuning());
    comparison.accept(List.of(ce.started(), ce.snapshot(10)));
    comparison.accept(
        List.of(core.started(), core.snapshot(0), core.snapshot(5), core.snapshot(10)));
    comparison.accept(List.of(core.projection(10)));
    pairs.refresh();
  }

  @Test
  void theMinedPartnersAreThoseOfTraining() {
    HardPair mined = pairs.anchors().getFirst();
    Bench bench = pairs.bench(mined.anchor()).orElseThrow();

    assertThat(bench.pair()).isEqualTo(pairs.pair(mined.anchor()).orElseThrow());
    assertThat(bench.batchSize()).isEqualTo(128);
    assertThat(bench.positiveMix(1)).isEqualTo(bench.feature(Role.HARD_POSITIVE));
    assertThat(bench.positiveMix(0)).isEqualTo(bench.feature(Role.HARD_NEGATIVE));
    assertThat(bench.negativeMix(1)).isEqualTo(bench.feature(Role.RANDOM_NEGATIVE));
    assertThat(bench.negativeMix(0)).isEqualTo(bench.feature(Role.ANCHOR));
  }

  @Test
  void aTestImageGetsTheHardestOfItsPartAndTheSameRandomNegativeEachTime() {
    PairView pair = pairs.bench(3).orElseThrow().pair();

    assertThat(pair.others())
        .extracting(PairView.Member::role)
        .containsExactly(Role.HARD_POSITIVE, Role.HARD_NEGATIVE, Role.RANDOM_NEGATIVE);
    assertThat(pair.member(Role.RANDOM_NEGATIVE).orElseThrow().label())
        .isNotEqualTo(OptionalInt.of(3));
    assertThat(pairs.bench(3).orElseThrow().pair()).isEqualTo(pair);
    assertThat(pairs.bench(-5)).isEmpty();
  }

  @Test
  void runsFromBeforeTrainingImagesWereKeptMixTestImagesOnly() {
    Snapshot now = pairs.shownSnapshot().orElseThrow();
    var old = new Snapshot(now.embedding(), now.spread(), now.knn(), now.pairs(), now.weights());
    HardPair mined = pairs.anchors().getFirst();

    assertThat(Bench.of(old, pairs.mined(mined.anchor()), mined.anchor(), 64)).isEmpty();
    assertThat(Bench.of(old, Optional.empty(), 3, 64)).isPresent();
  }

  @Test
  void aMixAtTheAnchorIsTheEasiestPositiveAndTheWorstNegative() {
    Bench bench = pairs.bench(pairs.anchors().getFirst().anchor()).orElseThrow();
    Bench.Contrast contrast = bench.in(RAW, 0.07, 1);

    Bench.Reading far = contrast.read(0.5, 1);
    Bench.Reading near = contrast.read(0.5, 0);

    assertThat(near.cosineNegative()).isCloseTo(1, within(1e-12));
    assertThat(near.cosinePositive()).isEqualTo(far.cosinePositive());
    assertThat(near.oddsNegative()).isGreaterThan(far.oddsNegative());
    assertThat(near.oddsPositive()).isLessThan(far.oddsPositive());
    assertThat(near.weight()).isBetween(far.weight(), 1.0);
    assertThat(near.loss()).isGreaterThan(far.loss());
  }

  @Test
  void theLaboratoryBeginsWithTheFactorsOfTrainingAndKnowsThePlaces() {
    HardPair mined = pairs.anchors().getFirst();
    var run = pairs.shownRun().orElseThrow();
    LaboratoryModel model =
        LaboratoryModel.of(
            run,
            pairs.shownSnapshot().orElseThrow(),
            pairs.bench(mined.anchor()).orElseThrow(),
            Optional.empty());

    assertThat(model.startPositive()).isEqualTo(mined.lambdaPositive());
    assertThat(model.startNegative()).isEqualTo(mined.lambdaNegative());
    assertThat(model.isProjected()).isFalse();
    assertThat(model.wayOfPositive()).hasSize(21);
    assertThat(model.wayOfNegative().getFirst())
        .isEqualTo(model.estimate().orElseThrow().of(model.bench().feature(Role.ANCHOR)));
  }

  @Test
  void eachRunHasItsOwnDecisionPathBetweenTheSameSamples() {
    HardPair mined = pairs.anchors().getFirst();
    Bench bench = pairs.bench(mined.anchor()).orElseThrow();
    var runs = comparison.runs();
    var heads = List.of(FakeRun.heads("run-0"), FakeRun.heads("run-1"));

    var decisions = LaboratoryPane.decisions(runs, heads, bench);

    assertThat(decisions).extracting(each -> each.run().id()).containsExactly("run-0", "run-1");
    assertThat(decisions).allMatch(each -> each.featureEpoch() == each.classifierEpoch());
    assertThat(decisions.getLast().path().probabilities()[0]).hasSize(FakeRun.CLASSES);
    assertThat(LaboratoryPane.decisions(runs, List.of(Optional.empty(), heads.getLast()), bench))
        .hasSize(1);
  }

  @Test
  void anotherEpochHasItsOwnPairsAndTheNewestComesBack() {
    assertThat(pairs.epochs()).containsExactly(5, 10);
    assertThat(pairs.shownSnapshot().map(Snapshot::epoch)).contains(10);

    pairs.epoch(Optional.of(5));
    assertThat(pairs.shownSnapshot().map(Snapshot::epoch)).contains(5);
    assertThat(pairs.anchors().getFirst().step()).isLessThanOrEqualTo(100);

    pairs.epoch(Optional.empty());
    assertThat(pairs.shownSnapshot().map(Snapshot::epoch)).contains(10);
  }

  @Test
  void pairsAreFilteredByTheirClasses() {
    List<HardPair> some = pairs.pairsOf(OptionalInt.of(2), OptionalInt.of(4));

    assertThat(pairs.pairClasses()).hasSize(10);
    assertThat(some)
        .isNotEmpty()
        .allMatch(pair -> FakeRun.label(pair.anchor()) == 2)
        .allMatch(pair -> FakeRun.label(pair.hardNegative()) == 4);
    assertThat(pairs.pairsOf(OptionalInt.empty(), OptionalInt.empty())).isEqualTo(pairs.anchors());
  }

  @Test
  void hardnessIsThatOfEveryRecordedEpoch() {
    PairsModel.Hardness hardness = pairs.hardness().orElseThrow();

    assertThat(hardness.epochs()).containsExactly(5, 10);
    assertThat(hardness.positive()).hasSize(2);
    assertThat(hardness.negative().getFirst()).hasSize(200);
    comparison.clear();
    pairs.refresh();
    assertThat(pairs.hardness()).isEmpty();
  }
}
