package coretuning.analysis.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.LinearWeights;
import org.junit.jupiter.api.Test;

class ClassPathTest {
  private static final double[] FIRST = {2, 0};
  private static final double[] SECOND = {0, 2};

  private static LinearWeights classifier(float scale) {
    return new LinearWeights(2, 2, new float[] {scale, 0, 0, scale}, new float[0]);
  }

  @Test
  void thePathLeadsFromTheSecondToTheFirst() {
    ClassPath path = ClassPath.of(classifier(1), FIRST, SECOND, 5);

    assertThat(path.shares()).containsExactly(0, 0.25, 0.5, 0.75, 1);
    for (int i = 0; i < 5; i++) {
      // Scores are 2 lambda and 2 (1 - lambda): a logistic curve.
      double expected = 1 / (1 + Math.exp(-(4 * path.shares()[i] - 2)));
      assertThat(path.probabilities()[i][0]).isCloseTo(expected, within(1e-12));
      assertThat(path.probabilities()[i][1]).isCloseTo(1 - expected, within(1e-12));
    }
  }

  @Test
  void aBiasMovesTheBoundary() {
    var biased = new LinearWeights(2, 2, new float[] {1, 0, 0, 1}, new float[] {1, 0});

    assertThat(ClassPath.of(biased, FIRST, SECOND, 5).probabilities()[1][0])
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aSharperClassifierHasASteeperPath() {
    double soft = ClassPath.of(classifier(1), FIRST, SECOND, 101).steepest();
    double sharp = ClassPath.of(classifier(10), FIRST, SECOND, 101).steepest();

    // The slope of a logistic curve in its middle is a quarter of its rate: 4 and 40.
    assertThat(soft).isCloseTo(1, within(1e-3));
    assertThat(sharp).isCloseTo(10, within(0.2));
  }

  @Test
  void aPathNeedsTwoEnds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassPath.of(classifier(1), FIRST, SECOND, 1))
        .withMessageContaining("1");
  }
}
