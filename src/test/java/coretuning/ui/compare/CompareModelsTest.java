package coretuning.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Part;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.compare.Confusions.Confusion;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.RunNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareModelsTest {
  private final Comparison comparison = new Comparison();
  private final FakeRun core = new FakeRun("core", Specs.coreTuning());

  private LiveRun run() {
    comparison.accept(List.of(core.started()));
    return comparison.run(0).orElseThrow();
  }

  private static MapSide at(LiveRun run, int epoch) {
    return MapSide.of(run, run.snapshot(epoch).orElseThrow());
  }

  @Test
  void aCurveBeginsWithTheFirstEpochAndSharesAreInPercent() {
    LiveRun run = run();
    assertThat(Measure.TRAIN_TOP1.series(run, "Core-tuning")).isEmpty();
    comparison.accept(List.of(core.epoch(1), core.epoch(2)));
    var series = Measure.TRAIN_TOP1.series(run, "Core-tuning").getFirst();
    assertThat(series.x()).containsExactly(1, 2);
    assertThat(series.y()[1]).isEqualTo(100 * run.epochs().getLast().trainTop1());
    assertThat(Measure.LOADER_SHARE.series(run, "").getFirst().y()).containsExactly(4, 4);
  }

  @Test
  void validationThatWasNotMeasuredHasNoCurve() {
    LiveRun run = run();
    comparison.accept(List.of(core.epoch(1)));
    assertThat(Measure.VALIDATION_TOP1.series(run, "")).isEmpty();
    assertThat(Measure.LEARNING_RATE.series(run, "")).isNotEmpty();
    assertThat(Measure.IMAGES_PER_SECOND.series(run, "")).isNotEmpty();
  }

  @Test
  void stepsHaveTheirOwnCurve() {
    LiveRun run = run();
    comparison.accept(core.steps(1));
    assertThat(Measure.STEP_LOSS.series(run, "").getFirst().x()).hasSize(20);
  }

  @Test
  void theNewestMapIsShownEvenIfALaterSnapshotHasNone() {
    LiveRun run = run();
    comparison.accept(List.of(core.snapshot(0), core.projection(0), core.snapshot(5)));
    assertThat(MapSide.newest(run).orElseThrow().snapshot().epoch()).isZero();
    assertThat(at(run, 5).projection()).isEmpty();
    assertThat(at(run, 7).snapshot().epoch()).isEqualTo(5);
  }

  @Test
  void accuracyComesFromTheEvaluationOfTheSameWeightsOnly() {
    LiveRun run = run();
    RunEvent before = core.snapshot(0);
    comparison.accept(List.of(before, core.snapshot(10), core.evaluated()));
    comparison.accept(List.of(core.state(RunState.FINISHED)));
    var evaluated = run.evaluation(Part.TEST).orElseThrow();
    assertThat(at(run, 10).top1()).isEqualTo(evaluated.top1());
    assertThat(at(run, 10).knn()).isEqualTo(evaluated.knn());
    assertThat(at(run, 0).knn()).isEqualTo(((RunEvent.SnapshotTaken) before).snapshot().knn());
    assertThat(at(run, 0).top1()).isBetween(0.0, 0.4);
    assertThat(at(run, 0).row(3)).isEqualTo(3);
    assertThat(at(run, 0).row(-5)).isEqualTo(-1);
  }

  @Test
  void oneMapOfTheStartServesAllRunsThatStartAlike() {
    var second = new FakeRun("second", Specs.coreTuning());
    comparison.accept(List.of(core.started(), core.snapshot(0), core.projection(0)));
    var start = ((RunEvent.SnapshotTaken) core.snapshot(1)).snapshot();
    LiveRun first = comparison.run(0).orElseThrow();
    var same = first.snapshot(0).orElseThrow();
    comparison.accept(List.of(second.started(), new RunEvent.SnapshotTaken("second", same)));
    comparison.accept(List.of(new RunEvent.SnapshotTaken("second", start)));
    LiveRun other = comparison.run(1).orElseThrow();
    MapSide before = at(other, 0);
    assertThat(before.projection()).isEmpty();
    assertThat(before.withMapOf(comparison.runs()).projection()).isEqualTo(first.projection(0));
    MapSide after = at(other, 1);
    assertThat(after.withMapOf(comparison.runs()).projection()).isEmpty();
  }

  @Test
  void runsOfOneMethodAreToldApartBySeedOrName() {
    var first = new FakeRun("a", Specs.coreTuning());
    var second = new FakeRun("b", Specs.coreTuning().withSeed(2));
    comparison.accept(List.of(first.started(), second.started()));
    assertThat(comparison.runs())
        .extracting(run -> RunNames.of(run, comparison))
        .containsExactly("Core-tuning (seed 1)", "Core-tuning (seed 2)");
    comparison.clear();
    comparison.accept(List.of(first.started(), new FakeRun("c", Specs.ceTuning()).started()));
    assertThat(comparison.runs())
        .extracting(run -> RunNames.of(run, comparison))
        .containsExactly("Core-tuning", "CE-tuning");
  }

  @Test
  void mistakesAreOrderedByTheWorstModel() {
    int[][] one = {{5, 1, 0}, {3, 4, 0}, {0, 0, 9}};
    int[][] two = {{5, 0, 7}, {0, 7, 0}, {0, 0, 9}};
    assertThat(Confusions.mostFrequent(List.of(one, two), 2))
        .containsExactly(new Confusion(0, 2, List.of(0, 7)), new Confusion(1, 0, List.of(3, 0)));
    assertThat(Confusions.mostFrequent(List.of(), 5)).isEmpty();
  }
}
