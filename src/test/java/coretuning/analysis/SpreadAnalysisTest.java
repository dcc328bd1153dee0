package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.Problem;
import coretuning.result.Spread;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpreadAnalysisTest {
  /// Features are stored as floats, the golden values were computed in doubles.
  private static final Offset<Double> FLOAT = within(2e-6);

  private static final float[] POINTS = {3, 4, 0, 4, 3, 0, 0, 3, 4, 0, 4, 3, 1, 2, 2};
  private static final int[] LABELS = {0, 0, 1, 1, 1};

  @Test
  void tightnessAndContrastAddUpToTheSupervisedContrastiveLoss() {
    // Golden values of Eq 1, replayed in numpy.
    Spread sharp = SpreadAnalysis.of(POINTS, 3, LABELS, 2);
    Spread soft = SpreadAnalysis.of(POINTS, 3, LABELS, 2, 0.5);

    assertThat(sharp.tightness() + sharp.contrast()).isCloseTo(0.445531020, FLOAT);
    assertThat(soft.tightness() + soft.contrast()).isCloseTo(0.998627360, FLOAT);
  }

  @Test
  void uniformityMatchesTheGoldenValue() {
    assertThat(SpreadAnalysis.of(POINTS, 3, LABELS, 2).uniformity()).isCloseTo(-0.819166720, FLOAT);
  }

  @Test
  void everythingMatchesNaiveLoops() {
    var random = new Random(3);
    int n = 40;
    int dimension = 7;
    var features = new float[n * dimension];
    var labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = random.nextInt(4);
      for (int d = 0; d < dimension; d++) {
        features[i * dimension + d] = (float) (5 * random.nextGaussian());
      }
    }
    double[][] z = unit(features, dimension);

    Spread spread = SpreadAnalysis.of(features, dimension, labels, 4, 0.3);

    double aligned = 0;
    int positives = 0;
    double gauss = 0;
    double tightness = 0;
    double contrast = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double similar = 0;
      int own = 0;
      for (int j = 0; j < n; j++) {
        if (i == j) {
          continue;
        }
        double squared = 0;
        for (int d = 0; d < dimension; d++) {
          squared += Math.pow(z[i][d] - z[j][d], 2);
        }
        gauss += Math.exp(-2 * squared);
        sum += Math.exp(dot(z[i], z[j]) / 0.3);
        if (labels[i] == labels[j]) {
          aligned += squared;
          positives++;
          similar += dot(z[i], z[j]) / 0.3;
          own++;
        }
      }
      tightness -= similar / own / n;
      contrast += Math.log(sum) / n;
    }
    assertThat(spread.alignment()).isCloseTo(aligned / positives, FLOAT);
    assertThat(spread.uniformity()).isCloseTo(Math.log(gauss / (n * (n - 1))), FLOAT);
    assertThat(spread.tightness()).isCloseTo(tightness, within(1e-5));
    assertThat(spread.contrast()).isCloseTo(contrast, within(1e-5));
  }

  @Test
  void distancesToCentresOfHandPlacedClasses() {
    // Class 0: (1,0) and (0,1), centre on the diagonal. Class 2: (-2,0), its own centre.
    Spread spread = SpreadAnalysis.of(new float[] {1, 0, 0, 1, -2, 0}, 2, new int[] {0, 0, 2}, 3);

    double toDiagonal = 1 - Math.sqrt(0.5);
    assertThat(spread.intraPerClass()[0]).isCloseTo(toDiagonal, FLOAT);
    assertThat(spread.intraPerClass()[1]).isNaN();
    assertThat(spread.intraPerClass()[2]).isCloseTo(0, FLOAT);
    assertThat(spread.intraClass()).isCloseTo(2 * toDiagonal / 3, FLOAT);
    assertThat(spread.interClass()).isCloseTo(1 + Math.sqrt(0.5), FLOAT);
    assertThat(spread.alignment()).isCloseTo(2, FLOAT);
  }

  @Test
  void lengthsOfFeaturesDoNotMatter() {
    float[] longer = POINTS.clone();
    for (int i = 0; i < longer.length; i++) {
      longer[i] *= 1 << (i / 3);
    }

    Spread spread = SpreadAnalysis.of(longer, 3, LABELS, 2);

    assertThat(spread)
        .usingRecursiveComparison()
        .isEqualTo(SpreadAnalysis.of(POINTS, 3, LABELS, 2));
  }

  @Test
  void whatHasNothingToMeasureIsNaN() {
    Spread alone = SpreadAnalysis.of(new float[] {1, 2}, 2, new int[] {0}, 1);

    assertThat(alone.intraClass()).isCloseTo(0, FLOAT);
    assertThat(alone.interClass()).isNaN();
    assertThat(alone.alignment()).isNaN();
    assertThat(alone.uniformity()).isNaN();
    assertThat(alone.tightness()).isNaN();
    assertThat(alone.contrast()).isNaN();
  }

  @Test
  void deadFeaturesHaveCosineZero() {
    Spread dead = SpreadAnalysis.of(new float[6], 3, new int[] {0, 0}, 1);

    assertThat(dead.intraClass()).isEqualTo(1);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    var random = new Random(5);
    var features = new float[200 * 16];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    var labels = random.ints(200, 0, 10).toArray();

    Spread one = inPool(1, features, labels);

    assertThat(inPool(3, features, labels)).usingRecursiveComparison().isEqualTo(one);
  }

  private static Spread inPool(int threads, float[] features, int[] labels) {
    try (var pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> SpreadAnalysis.of(features, 16, labels, 10)).join();
    }
  }

  @Test
  void divergedFeaturesAreAProblemNamingTheRow() {
    assertThatThrownBy(
            () -> SpreadAnalysis.of(new float[] {1, 2, Float.NaN, 2}, 2, new int[] {0, 0}, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("row 1");
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> SpreadAnalysis.of(POINTS, 3, LABELS, 2, 0))
        .hasMessageContaining("temperature must be above 0");
    assertThatThrownBy(() -> SpreadAnalysis.of(POINTS, 4, LABELS, 2))
        .hasMessageContaining("15 values");
    assertThatThrownBy(() -> SpreadAnalysis.of(POINTS, 3, LABELS, 1))
        .hasMessageContaining("[0, 1), got 1");
    assertThatThrownBy(() -> SpreadAnalysis.of(POINTS, 3, new int[4], 1))
        .hasMessageContaining("5 rows");
    assertThatThrownBy(() -> SpreadAnalysis.of(POINTS, 3, LABELS, 0))
        .hasMessageContaining("classes");
    assertThatThrownBy(() -> SpreadAnalysis.of(new float[0], 3, new int[0], 1))
        .hasMessageContaining("at least one");
  }

  private static double[][] unit(float[] features, int dimension) {
    var rows = new double[features.length / dimension][dimension];
    for (int i = 0; i < rows.length; i++) {
      double norm = 0;
      for (int d = 0; d < dimension; d++) {
        rows[i][d] = features[i * dimension + d];
        norm += rows[i][d] * rows[i][d];
      }
      for (int d = 0; d < dimension; d++) {
        rows[i][d] /= Math.sqrt(norm);
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
