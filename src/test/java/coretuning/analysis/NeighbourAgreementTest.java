package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourAgreementTest {
  private static final int N = 60;
  private static final int D = 5;
  private static final int K = 7;
  private final float[] features = new float[N * D];
  private final int[] labels = new int[N];

  NeighbourAgreementTest() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < N; i++) {
      labels[i] = random.nextInt(4);
      for (int d = 0; d < D; d++) {
        features[i * D + d] = (float) (random.nextGaussian() + (d == labels[i] ? 2 : 0));
      }
    }
  }

  private double[] unit(int row) {
    var values = new double[D];
    double squares = 0;
    for (int d = 0; d < D; d++) {
      values[d] = features[row * D + d];
      squares += values[d] * values[d];
    }
    for (int d = 0; d < D; d++) {
      values[d] /= Math.sqrt(squares);
    }
    return values;
  }

  private static double cosine(double[] a, double[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < a.length; d++) {
      dot += a[d] * b[d];
      aa += a[d] * a[d];
      bb += b[d] * b[d];
    }
    return dot / Math.sqrt(aa * bb);
  }

  @Test
  void theAgreementIsThatOfASortedLoop() {
    float[] shares = NeighbourAgreement.of(features, D, labels, K);
    for (int i = 0; i < N; i++) {
      int row = i;
      List<Integer> nearest =
          IntStream.range(0, N)
              .filter(j -> j != row)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> -cosine(unit(row), unit(j))))
              .limit(K)
              .toList();
      long same = nearest.stream().filter(j -> labels[j] == labels[row]).count();
      assertThat(shares[i]).isEqualTo((float) same / K);
    }
  }

  @Test
  void moreNeighboursThanThereAreMeansAll() {
    float[] shares = NeighbourAgreement.of(new float[] {1, 0, 0, 1, 1, 1}, 2, new int[3], 10);
    assertThat(shares).containsExactly(1, 1, 1);
  }

  @Test
  void labelsMustFit() {
    assertThatThrownBy(() -> NeighbourAgreement.of(features, D, new int[3], K))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
