package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.analysis.UnitRows;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import smile.manifold.TSNE;
import smile.math.MathEx;

/// Our t-SNE against Smile's exact one.
///
/// Smile 6.3 departs from the paper twice. It takes log2 of the sum plus beta times the mean
/// distance for the entropy, which adds bits to nats: its Gaussians are narrower than the
/// perplexity asks for. And its normaliser of q counts every point as its own neighbour. The
/// minimisers are therefore compared on Smile's own probabilities, built here again, and the maps
/// by how well they keep neighbours.
class TsneAgreementTest {
  private static final int N = 300;
  private static final int DIMENSION = 32;
  private static final double PERPLEXITY = 30;
  private static final float[] FEATURES = Clouds.classes(N, DIMENSION, 6, 5);
  private static final UnitRows ROWS = UnitRows.of(FEATURES, DIMENSION);

  @Test
  void onTheSameProbabilitiesTheDivergenceIsThatOfSmileOrLess() {
    double[][] p = NaiveTsne.symmetric(smilesConditional());
    MathEx.setSeed(1);
    TSNE smile =
        TSNE.fit(
            squaredDistances(),
            new TSNE.Options(2, PERPLEXITY, 200, 12, 1000, 50, 1e-7, 0.5, 0.8, 250, 0.01, null));
    double[][] places = smile.coordinates();
    double[] layout = interleaved(column(places, 0), column(places, 1));
    double smiles = NaiveTsne.divergence(p, layout);
    // Smile tells its cost in bits and with its normaliser: the probabilities are those it used.
    double z = NaiveTsne.normaliser(layout);
    assertThat(smiles + Math.log((z + N) / z))
        .isCloseTo(smile.cost() * Math.log(2), within(0.005 * smiles));

    double ours = NaiveTsne.divergence(p, descend(p, 0));
    double byTree = NaiveTsne.divergence(p, descend(p, 0.5));

    assertThat(ours).isBetween(0.9 * smiles, 1.03 * smiles);
    assertThat(byTree).isBetween(0.97 * ours, 1.03 * ours);
  }

  @Test
  void bothMapsKeepNeighboursAlike() {
    Projection exact =
        new ExactTsne(1, PERPLEXITY, 1000)
            .project(FEATURES, DIMENSION, new RunControl(), done -> {});
    Projection fast = Tsne.withSeed(1).project(FEATURES, DIMENSION, new RunControl(), done -> {});

    MapReliability ofExact = reliability(exact);
    MapReliability ofFast = reliability(fast);

    assertThat(ofFast.overlap()).isGreaterThan(ofExact.overlap() - 0.05);
    assertThat(ofFast.trustworthiness()).isCloseTo(ofExact.trustworthiness(), within(0.02));
    assertThat(ofFast.continuity()).isCloseTo(ofExact.continuity(), within(0.02));
  }

  private static MapReliability reliability(Projection map) {
    return MapReliability.of(FEATURES, DIMENSION, map.x(), map.y(), 10, 1);
  }

  /// Our descent as in [Tsne], on given dense probabilities.
  private static double[] descend(double[][] p, double theta) {
    var objective = new TsneObjective(affinities(p), theta);
    var descent = new TsneDescent(N);
    double[] y = StartLayout.of(new TsneStart.Cloud(), ROWS, new SplittableRandom(1));
    var gradient = new double[2 * N];
    for (int i = 0; i < 1000; i++) {
      double exaggeration = i < 250 ? 12 : 1;
      objective.gradient(y, exaggeration, gradient);
      descent.step(y, gradient, N / exaggeration / 4, i < 250 ? 0.5 : 0.8);
    }
    return y;
  }

  private static Affinities affinities(double[][] p) {
    var start = new int[N + 1];
    var columns = new int[N * (N - 1)];
    var values = new float[columns.length];
    int at = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        if (j != i) {
          columns[at] = j;
          values[at++] = (float) p[i][j];
        }
      }
      start[i + 1] = at;
    }
    return new Affinities(start, columns, values);
  }

  private static double[][] smilesConditional() {
    double[][] distances = squaredDistances();
    var conditional = new double[N][N];
    for (int i = 0; i < N; i++) {
      double low = 0;
      double high = 1e6;
      for (int step = 0; step < 200; step++) {
        double beta = (low + high) / 2;
        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < N; j++) {
          conditional[i][j] = j == i ? 0 : Math.exp(-beta * distances[i][j]);
          sum += conditional[i][j];
          weighted += conditional[i][j] * beta * distances[i][j];
        }
        for (int j = 0; j < N; j++) {
          conditional[i][j] /= sum;
        }
        if (Math.log(sum) / Math.log(2) + weighted / sum > Math.log(PERPLEXITY) / Math.log(2)) {
          low = beta;
        } else {
          high = beta;
        }
      }
    }
    return conditional;
  }

  private static double[][] squaredDistances() {
    var distances = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        distances[i][j] = j == i ? 0 : 2 - 2 * ROWS.cosine(i, j);
      }
    }
    return distances;
  }

  private static double[] column(double[][] rows, int index) {
    var column = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i][index];
    }
    return column;
  }

  private static double[] interleaved(double[] x, double[] y) {
    var both = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      both[2 * i] = x[i];
      both[2 * i + 1] = y[i];
    }
    return both;
  }
}
