package coretuning.method;

import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.spec.CoreTuningReading.Normalisation;
import coretuning.spec.CoreTuningReading.Positives;
import coretuning.spec.MethodSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The objective of Core-tuning in plain loops, written from its formulas.
///
/// @param weights of projection head and classifier
record NaiveCoreTuning(
    MethodSpec.CoreTuning spec,
    int[] labels,
    Weights weights,
    Mining mining,
    MixingFactors factors) {

  /// @param w1 empty without projection head
  /// @param classifier `[K][D]`
  record Weights(double[][] w1, double[] b1, double[][] w2, double[] b2, double[][] classifier) {}

  /// Originals, then z+, then z-, as far as there are any.
  private record Rows(List<double[]> z, List<double[]> y) {}

  /// The objective at `z`, where what carries no gradient is held at its value at `held`.
  double loss(double[][] z, double[][] held) {
    Rows rows = rows(z, spec.reading().detachOriginals() ? held : z);
    double loss = crossEntropy(rows);
    return spec.parts().contrastiveTerm()
        ? loss
            + spec.eta() * contrastive(rows, spec.parts().focalDetached() ? rows(held, held) : rows)
        : loss;
  }

  private Rows rows(double[][] z, double[][] originals) {
    var rows = new Rows(new ArrayList<>(List.of(originals)), new ArrayList<>());
    for (int label : labels) {
      rows.y.add(oneHot(label));
    }
    for (int i = 0; i < labels.length && spec.parts().hardPositives(); i++) {
      mix(rows, z, mining.hardPositive()[i], factors.positive()[i], mining.hardNegative()[i]);
    }
    for (int i = 0; i < labels.length && spec.parts().semiHardNegatives(); i++) {
      mix(rows, z, mining.randomNegative()[i], factors.negative()[i], i);
    }
    return rows;
  }

  private void mix(Rows rows, double[][] z, int first, double share, int second) {
    rows.z.add(mixed(z[first], share, z[second]));
    rows.y.add(mixed(oneHot(labels[first]), share, oneHot(labels[second])));
  }

  private static double[] mixed(double[] a, double share, double[] b) {
    var mixed = new double[a.length];
    Arrays.setAll(mixed, d -> share * a[d] + (1 - share) * b[d]);
    return mixed;
  }

  private double[] oneHot(int label) {
    var row = new double[weights.classifier().length];
    row[label] = 1;
    return row;
  }

  private double crossEntropy(Rows rows) {
    int count = spec.parts().mixedCrossEntropy() ? rows.z.size() : labels.length;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double[] logits = times(weights.classifier(), rows.z.get(i));
      double total = Arrays.stream(logits).map(Math::exp).sum();
      for (int c = 0; c < logits.length; c++) {
        sum -= rows.y.get(i)[c] * Math.log(Math.exp(logits[c]) / total);
      }
    }
    return sum / count;
  }

  private double contrastive(Rows rows, Rows forWeights) {
    boolean byRole = spec.reading().positives() == Positives.BY_ROLE;
    int all = rows.z.size();
    int n = labels.length;
    double columns = byRole ? n + all / n - 1 : all;
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < (byRole ? n : all); i++) {
      List<Integer> positives = new ArrayList<>();
      List<Integer> candidates = new ArrayList<>();
      for (int j = 0; j < all; j++) {
        boolean candidate = j != i && (!byRole || j < n || j % n == i);
        if (candidate) {
          candidates.add(j);
          if (byRole ? isPositiveByRole(i, j) : code(rows.y.get(i)) == code(rows.y.get(j))) {
            positives.add(j);
          }
        }
      }
      double anchor = 0;
      for (int j : positives) {
        double weight =
            Math.pow(1 - probability(forWeights, i, j, candidates), spec.focalExponent());
        anchor -= weight * Math.log(probability(rows, i, j, candidates));
      }
      boolean perAnchor = spec.reading().normalisation() == Normalisation.PER_ANCHOR;
      sum += positives.isEmpty() ? 0 : anchor / (perAnchor ? positives.size() : columns);
      counted += positives.isEmpty() ? 0 : 1;
    }
    return counted == 0 ? 0 : sum / counted;
  }

  private boolean isPositiveByRole(int anchor, int other) {
    int n = labels.length;
    return other < n
        ? labels[other] == labels[anchor]
        : spec.parts().hardPositives() && other < 2 * n;
  }

  private static float code(double[] y) {
    double code = 0;
    for (int c = 0; c < y.length; c++) {
      code += (float) y[c] * Math.pow(10, c);
    }
    return (float) code;
  }

  private double probability(Rows rows, int anchor, int other, List<Integer> candidates) {
    double sum = 0;
    for (int k : candidates) {
      sum += similarity(rows, anchor, k);
    }
    return similarity(rows, anchor, other) / sum;
  }

  private double similarity(Rows rows, int i, int j) {
    double[] a = projected(rows.z.get(i));
    double[] b = projected(rows.z.get(j));
    double cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    return Math.exp(cosine / spec.temperature());
  }

  private double[] projected(double[] z) {
    if (weights.w1().length == 0) {
      return z;
    }
    double[] hidden = times(weights.w1(), z);
    Arrays.setAll(hidden, d -> Math.max(0, hidden[d] + weights.b1()[d]));
    double[] out = times(weights.w2(), hidden);
    Arrays.setAll(out, d -> out[d] + weights.b2()[d]);
    return out;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
