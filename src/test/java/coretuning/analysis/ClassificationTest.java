package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Problem;
import org.junit.jupiter.api.Test;

class ClassificationTest {
  @Test
  void countsRightAndWrong() {
    // Predictions 0, 1, 1; labels 0, 0, 1.
    Classification result =
        Classification.of(new float[] {2, 1, 0, 0, 3, 1, -5, 0, -1}, 3, new int[] {0, 0, 1});

    assertThat(result.images()).isEqualTo(3);
    assertThat(result.top1()).isEqualTo(2.0 / 3);
    assertThat(result.top5()).isEqualTo(1);
    assertThat(result.confusion()).isDeepEqualTo(new int[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 0}});
    // Class 2 has no images and is left out.
    assertThat(result.meanPerClass()).isEqualTo((0.5 + 1) / 2);
  }

  @Test
  void crossEntropyMatchesTheFormula() {
    Classification result = Classification.of(new float[] {2, 1, 0, 0, 3, 1}, 3, new int[] {0, 2});

    double first = -Math.log(Math.exp(2) / (Math.exp(2) + Math.exp(1) + 1));
    double second = -Math.log(Math.exp(1) / (1 + Math.exp(3) + Math.exp(1)));
    assertThat(result.crossEntropy()).isCloseTo((first + second) / 2, within(1e-12));
  }

  @Test
  void hugeScoresDoNotOverflow() {
    Classification result = Classification.of(new float[] {1e30f, 0}, 2, new int[] {1});

    assertThat(result.crossEntropy()).isEqualTo(1e30, within(1e23));
  }

  @Test
  void topFiveIsTheFifthButNotTheSixth() {
    var logits = new float[] {7, 6, 5, 4, 3, 2, 1};

    assertThat(Classification.of(logits, 7, new int[] {4}).top5()).isEqualTo(1);
    assertThat(Classification.of(logits, 7, new int[] {5}).top5()).isEqualTo(0);
  }

  @Test
  void equalScoresGoToTheLowerClasses() {
    var equal = new float[7];

    assertThat(Classification.of(equal, 7, new int[] {0}).top1()).isEqualTo(1);
    assertThat(Classification.of(equal, 7, new int[] {1}).top1()).isEqualTo(0);
    assertThat(Classification.of(equal, 7, new int[] {4}).top5()).isEqualTo(1);
    assertThat(Classification.of(equal, 7, new int[] {5}).top5()).isEqualTo(0);
  }

  @Test
  void becomesAnEvaluation() {
    Evaluation evaluation =
        Classification.of(new float[] {2, 1}, 2, new int[] {0}).toEvaluation(Part.TEST, 0.25);

    assertThat(evaluation.part()).isEqualTo(Part.TEST);
    assertThat(evaluation.knn()).isEqualTo(0.25);
    assertThat(evaluation.top1()).isEqualTo(1);
  }

  @Test
  void scoresThatAreNoNumbersAreAProblem() {
    assertThatThrownBy(
            () -> Classification.of(new float[] {1, 0, 0, Float.NaN}, 2, new int[] {0, 0}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("NaN")
        .hasMessageContaining("image 1");
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> Classification.of(new float[3], 2, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Classification.of(new float[0], 2, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Classification.of(new float[2], 2, new int[] {2}))
        .hasMessageContaining("[0, 2), got 2");
  }
}
