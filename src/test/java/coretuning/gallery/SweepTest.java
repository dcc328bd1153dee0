package coretuning.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import coretuning.figure.SweepFigure;
import coretuning.figure.SweepFigure.Cell;
import coretuning.gallery.Sweep.Columns;
import coretuning.gallery.Sweep.Measure;
import coretuning.gallery.Sweep.Point;
import coretuning.result.Probe;
import coretuning.spec.SynthesisSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static Probe probe(double knn, double linear) {
    return new Probe(8, knn, linear, 0.1, linear, 100, 100, "0a");
  }

  private static Point mochi(int hardest, int mixed, int queryMixed, double knn) {
    return new Point(
        Optional.of(new SynthesisSpec(hardest, mixed, queryMixed, 0.5, 1, false)),
        probe(knn, knn + 0.1));
  }

  private static final Sweep SWEEP =
      new Sweep(
          List.of(
              mochi(256, 64, 16, 0.5),
              mochi(64, 64, 16, 0.4),
              mochi(256, 64, 32, 0.6),
              mochi(256, 128, 16, 0.7),
              new Point(Optional.empty(), probe(0.3, 0.45)),
              new Point(Optional.empty(), probe(0.4, 0.55))));

  @Test
  void aCellIsTheMeanOfTheRunsWithItsTwoSettings() {
    SweepFigure figure = SWEEP.figure(Columns.MIXED, Measure.KNN);

    assertThat(figure.cells())
        .extracting(Cell::row, Cell::column, Cell::runs)
        .containsExactly(tuple(64, 64, 1), tuple(256, 64, 2), tuple(256, 128, 1));
    assertThat(figure.cells().get(1).mean()).isCloseTo(55, within(1e-9));
  }

  @Test
  void columnsMayBeTheOtherSettingAndTheMeasureTheLinearProbe() {
    SweepFigure figure = SWEEP.figure(Columns.QUERY_MIXED, Measure.LINEAR);

    assertThat(figure.cells()).extracting(Cell::column).containsExactly(16, 16, 32);
    assertThat(figure.cells().getLast().mean()).isCloseTo(70, within(1e-9));
  }

  @Test
  void mocoIsTheReferenceAndNoCell() {
    assertThat(SWEEP.figure(Columns.MIXED, Measure.KNN).subtitle())
        .isEqualTo("k-NN of the last epoch, %; MoCo-v2: 35.0");
    assertThat(SWEEP.figure(Columns.MIXED, Measure.LINEAR).subtitle()).endsWith("MoCo-v2: 50.0");
  }

  @Test
  void runsOfOneTripleAreNoSweep() {
    assertThat(SWEEP.varies()).isTrue();
    assertThat(new Sweep(List.of(mochi(64, 8, 4, 0.4), mochi(64, 8, 4, 0.5))).varies()).isFalse();
  }
}
