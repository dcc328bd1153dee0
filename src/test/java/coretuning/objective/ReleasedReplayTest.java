package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the released code's pairing and labels come to on 200 random batches of 64 non-negative
/// features of 10 classes, alpha 1. The expected shares were counted by another program.
class ReleasedReplayTest {
  private static final int BATCHES = 200;
  private static final int N = 64;
  private static final int CLASSES = 10;
  private static final int D = 32;
  private static final double THRESHOLD = 0.8;

  /// Counts over all batches.
  private static final class Count {
    int self;
    int wrongClass;
    int genuine;
    int partnerOfSameClass;
    int positivesWithPartner;
    int clipped;
    int clippedWithPartner;
    int unclipped;
    int unclippedWithPartner;
    int sameClassWithPartner;
    int anchorsWithPositive;
  }

  private static final Count COUNT = new Count();

  @BeforeAll
  static void replay() {
    var random = new Random(1);
    for (int batch = 0; batch < BATCHES; batch++) {
      count(random.ints(N, 0, CLASSES).toArray(), cosines(random), random);
    }
  }

  private static double[] cosines(RandomGenerator random) {
    var rows = new double[N][D];
    for (double[] row : rows) {
      Arrays.setAll(row, d -> Math.abs(random.nextGaussian()));
      double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
      Arrays.setAll(row, d -> row[d] / norm);
    }
    var cosines = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int d = 0; d < D; d++) {
          cosines[i * N + j] += rows[i][d] * rows[j][d];
        }
      }
    }
    return cosines;
  }

  private static void count(int[] y, double[] cosines, RandomGenerator random) {
    int[] hardPositive = ReleasedMining.hardPositives(cosines, y);
    int[] hardNegative = ReleasedMining.hardNegatives(cosines, y);
    int[] partner = ReleasedMining.shuffled(N, random);
    MixingFactors factors = MixingFactors.draw(N, 1, THRESHOLD, random);
    List<SoftLabel> labels = new ArrayList<>(Arrays.stream(y).mapToObj(SoftLabel::of).toList());
    for (int i = 0; i < N; i++) {
      labels.add(SoftLabel.mixed(y[hardPositive[i]], factors.positive()[i], y[hardNegative[i]]));
    }
    for (int i = 0; i < N; i++) {
      labels.add(SoftLabel.mixed(y[partner[i]], factors.negative()[i], y[i]));
    }
    boolean[] shared = shared(SoftLabel.encode(labels, CLASSES));
    for (int i = 0; i < N; i++) {
      COUNT.self += hardPositive[i] == i ? 1 : 0;
      COUNT.wrongClass += y[hardPositive[i]] == y[i] ? 0 : 1;
      COUNT.genuine += hardPositive[i] != i && y[hardPositive[i]] == y[i] ? 1 : 0;
      COUNT.positivesWithPartner += shared[N + i] ? 1 : 0;
      countNegative(y[partner[i]] == y[i], factors.negative()[i] == THRESHOLD, shared[2 * N + i]);
    }
    for (boolean each : shared) {
      COUNT.anchorsWithPositive += each ? 1 : 0;
    }
  }

  private static void countNegative(boolean sameClass, boolean clipped, boolean hasPartner) {
    int one = hasPartner ? 1 : 0;
    if (sameClass) {
      COUNT.partnerOfSameClass++;
      COUNT.sameClassWithPartner += one;
    } else if (clipped) {
      COUNT.clipped++;
      COUNT.clippedWithPartner += one;
    } else {
      COUNT.unclipped++;
      COUNT.unclippedWithPartner += one;
    }
  }

  private static boolean[] shared(int[] codes) {
    var shared = new boolean[codes.length];
    for (int i = 0; i < codes.length; i++) {
      int code = codes[i];
      shared[i] = Arrays.stream(codes).filter(each -> each == code).count() > 1;
    }
    return shared;
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }

  @Test
  void nineOfTenHardPositivesAreTheAnchorAndNoneIsGenuine() {
    int all = BATCHES * N;
    assertThat(percent(COUNT.self, all)).isCloseTo(90.8, within(1.0));
    assertThat(percent(COUNT.wrongClass, all)).isCloseTo(9.2, within(1.0));
    assertThat(COUNT.genuine).isZero();
  }

  @Test
  void shuffledPartnersAreOfTheSameClassNowAndThen() {
    assertThat(percent(COUNT.partnerOfSameClass, BATCHES * N)).isCloseTo(11.5, within(0.8));
    assertThat(COUNT.sameClassWithPartner).isGreaterThan(COUNT.partnerOfSameClass * 99 / 100);
  }

  @Test
  void hardPositivesHaveHardlyEverAPositiveAndClippedNegativesOften() {
    // Ten replays with other seeds range from 1.0 to 1.4: the other program's one was a low draw.
    assertThat(percent(COUNT.positivesWithPartner, BATCHES * N)).isCloseTo(0.9, within(0.5));
    assertThat(percent(COUNT.clippedWithPartner, COUNT.clipped)).isCloseTo(39.6, within(1.5));
    assertThat(percent(COUNT.unclippedWithPartner, COUNT.unclipped)).isCloseTo(0, within(0.1));
    assertThat(percent(COUNT.anchorsWithPositive, 3 * BATCHES * N)).isCloseTo(46.8, within(1.0));
  }
}
