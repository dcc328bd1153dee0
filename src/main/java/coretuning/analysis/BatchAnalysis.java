package coretuning.analysis;

import coretuning.result.CosineHistogram;
import coretuning.result.HardPair;
import coretuning.result.MiningCounts;
import coretuning.result.Problem;
import coretuning.result.Similarities;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks at one batch and at what was mined in it.
///
/// All cosines are of raw features, and follow from their inner products alone: with G = Z Z^T, a
/// mix m = a z_p + b z_q has z_i . m = a G_ip + b G_iq and |m|^2 = a^2 G_pp + 2ab G_pq + b^2 G_qq.
public final class BatchAnalysis {
  private static final double LEAST_NORM = 1e-12;

  private final double[] products;
  private final int[] labels;
  private final Map<Integer, Integer> rows = new HashMap<>();

  /// @param products `[N, N]` row-major, inner products of the raw features
  /// @param labels `[N]`
  /// @param samples `[N]` ids in the data set, distinct
  /// @throws Problem if a product is not finite: the model has diverged
  public BatchAnalysis(double[] products, int[] labels, int[] samples) {
    int n = labels.length;
    if (products.length != n * n || samples.length != n) {
      throw new IllegalArgumentException(
          "%d labels need %d products and %d samples, got %d and %d"
              .formatted(n, n * n, n, products.length, samples.length));
    }
    if (!Arrays.stream(products).allMatch(Double::isFinite)) {
      throw new Problem(
          "the features of a batch are no longer finite numbers",
          "samples " + Arrays.toString(Arrays.copyOf(samples, Math.min(n, 8))),
          "the model has diverged: lower the learning rate");
    }
    this.products = products;
    this.labels = labels;
    for (int row = 0; row < n; row++) {
      rows.put(samples[row], row);
    }
  }

  /// Number of anchors whose class has no other row.
  public int withoutPositive() {
    var counts = new HashMap<Integer, Integer>();
    for (int label : labels) {
      counts.merge(label, 1, Integer::sum);
    }
    return (int) counts.values().stream().filter(count -> count == 1).count();
  }

  /// Counts what was mined.
  ///
  /// @param clippedAt the threshold that smaller factors of negative pairs are raised to; empty if
  ///   none is
  public MiningCounts mining(List<HardPair> pairs, OptionalDouble clippedAt) {
    long self = 0;
    long judged = 0;
    long wrong = 0;
    long clipped = 0;
    for (HardPair pair : pairs) {
      self += pair.hardPositive() == pair.anchor() ? 1 : 0;
      if (has(pair.anchor()) && has(pair.hardPositive())) {
        judged++;
        wrong += labels[row(pair.anchor())] == labels[row(pair.hardPositive())] ? 0 : 1;
      }
      clipped += clippedAt.isPresent() && pair.lambdaNegative() == clippedAt.getAsDouble() ? 1 : 0;
    }
    return new MiningCounts(pairs.size(), self, judged, wrong, clipped);
  }

  /// Cosines of all pairs of rows, and of anchors to what was mixed for them. A pair whose partners
  /// lie outside the batch has no products here and is left out.
  public Similarities similarities(List<HardPair> pairs) {
    Similarities found = Similarities.empty();
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < i; j++) {
        CosineHistogram kind = labels[i] == labels[j] ? found.sameClass() : found.otherClass();
        kind.add(cosine(product(i, j), product(i, i), product(j, j)));
      }
    }
    for (HardPair pair : pairs) {
      double plus = pair.lambdaPositive();
      double minus = pair.lambdaNegative();
      toMix(pair.anchor(), pair.hardPositive(), plus, pair.hardNegative())
          .ifPresent(found.positive()::add);
      toMix(pair.anchor(), pair.randomNegative(), minus, pair.anchor())
          .ifPresent(found.negative()::add);
    }
    return found;
  }

  /// Cosine of an anchor to share * first + (1 - share) * second.
  private Optional<Double> toMix(int anchor, int first, double share, int second) {
    if (!has(anchor) || !has(first) || !has(second)) {
      return Optional.empty();
    }
    int i = row(anchor);
    int p = row(first);
    int q = row(second);
    double rest = 1 - share;
    double along = share * product(i, p) + rest * product(i, q);
    double squared =
        share * share * product(p, p)
            + 2 * share * rest * product(p, q)
            + rest * rest * product(q, q);
    return Optional.of(cosine(along, product(i, i), squared));
  }

  private boolean has(int sample) {
    return rows.containsKey(sample);
  }

  private int row(int sample) {
    return rows.getOrDefault(sample, -1);
  }

  private double product(int row, int column) {
    return products[row * labels.length + column];
  }

  /// 0 for a row of zeros, as everywhere.
  private static double cosine(double product, double squaredLength, double otherSquaredLength) {
    double lengths = Math.sqrt(Math.max(0, squaredLength) * Math.max(0, otherSquaredLength));
    return product / Math.max(lengths, LEAST_NORM);
  }
}
