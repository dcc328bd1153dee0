package coretuning.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.analysis.FocalHistory;
import coretuning.figure.FocalHeatFigure;
import coretuning.figure.QuantileFigure;
import coretuning.figure.QuantileRowsFigure;
import coretuning.result.FocalCourse;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WeightFiguresTest {
  private static final FocalHistory HISTORY =
      new FocalHistory(
          List.of(5, 10),
          List.of(
              new FocalCourse(1, 0, new double[] {0.2, 0.9}, 1),
              new FocalCourse(2, 1, new double[] {0.8, 0.7}, 0),
              new FocalCourse(3, 1, new double[] {Double.NaN, 0.1}, 0)));
  private static final WeightFigures FIGURES =
      new WeightFigures(HISTORY, "Core-tuning", List.of("cat", "dog"));

  @Test
  void rowsComeInTheirOrderAndOfTheirClass() {
    FocalHeatFigure all = FIGURES.heatMap(FocalHistory.Order.MEAN, OptionalInt.of(1));
    assertThat(all.rows().courses()).extracting(FocalCourse::sample).containsExactly(2, 1, 3);
    assertThat(all.rows().isByClass()).isFalse();
    assertThat(all.selected()).hasValue(1);

    FocalHeatFigure dogs =
        FIGURES.of(OptionalInt.of(1)).heatMap(FocalHistory.Order.CLASS, OptionalInt.empty());
    assertThat(dogs.rows().courses()).extracting(FocalCourse::sample).containsExactly(2, 3);
    assertThat(dogs.rows().isByClass()).isTrue();
    assertThat(dogs.title()).isEqualTo("Focal weights of Core-tuning, class dog");
    assertThat(FIGURES.of(OptionalInt.empty())).isSameAs(FIGURES);
  }

  @Test
  void everyClassIsAKindAndAbsentAnchorsAreNoValues() {
    var distribution = (QuantileFigure) FIGURES.distribution();
    assertThat(distribution.kinds().getFirst().values().getFirst()).containsExactly(0.2, 0.8);

    var classes = (QuantileRowsFigure) FIGURES.byClass();
    assertThat(classes.kinds()).extracting(QuantileFigure.Kind::name).containsExactly("cat", "dog");
    assertThat(classes.kinds().getLast().values().getFirst()).containsExactly(0.8);
    assertThat(classes.kinds().getLast().values().getLast()).containsExactly(0.7, 0.1);
  }
}
