package coretuning.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.Figure;
import coretuning.figure.PairFigure;
import coretuning.job.Thumbnail;
import coretuning.result.HardPair;
import coretuning.result.RunEvent;
import coretuning.result.Snapshot;
import coretuning.spec.DataSpec;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Background;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairsFigureTest {
  private static final DataSpec DATA = Specs.coreTuning().data();
  private final Snapshot snapshot =
      ((RunEvent.SnapshotTaken) new FakeRun("run", Specs.coreTuning()).snapshot(3)).snapshot();
  private final Labels labels = new Labels(snapshot);
  private final SampleImages images =
      new SampleImages(
          (data, sample) ->
              Optional.of(new Thumbnail(1, 1, new byte[] {(byte) sample.intValue(), 0, 0})),
          data -> IntStream.range(0, FakeRun.CLASSES).mapToObj(i -> "class " + i).toList(),
          new Background(Runnable::run, Runnable::run),
          new StatusLine());

  private Optional<Figure> figure(List<HardPair> pairs) {
    var got = new ArrayList<Optional<Figure>>();
    new PairsFigure("Core-tuning", DATA, pairs, labels).read(images, got::add);
    assertThat(got).hasSize(1);
    return got.getFirst();
  }

  @Test
  void eachRowHasTheImagesAndClassesOfItsPair() {
    HardPair first = snapshot.pairs().getFirst();
    var drawn = (PairFigure) figure(List.of(first)).orElseThrow();
    PairFigure.Row row = drawn.rows().getFirst();
    assertThat(drawn.title()).isEqualTo("Core-tuning");
    assertThat(row.pair()).isEqualTo(first);
    assertThat(row.anchor().rgb()[0]).isEqualTo((byte) first.anchor());
    assertThat(row.hardNegative().rgb()[0]).isEqualTo((byte) first.hardNegative());
    assertThat(row.anchorClass()).isEqualTo(FakeRun.label(first.anchor()));
    assertThat(row.randomClass()).isEqualTo(FakeRun.label(first.randomNegative()));
  }

  @Test
  void aPageOfManyPairsBeginsWithTheFirst() {
    var drawn = (PairFigure) figure(snapshot.pairs()).orElseThrow();
    assertThat(drawn.rows()).hasSize(8);
    assertThat(drawn.rows().getFirst().pair()).isEqualTo(snapshot.pairs().getFirst());
  }

  @Test
  void aPairOfUnknownClassesIsLeftOut() {
    HardPair first = snapshot.pairs().getFirst();
    var stranger =
        new HardPair(1, 7_000_000, first.hardPositive(), first.hardNegative(), 3, 0, 0, 0, 0, 0);
    assertThat(figure(List.of(stranger))).isEmpty();
    assertThat(figure(List.of())).isEmpty();
  }
}
