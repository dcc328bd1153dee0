package coretuning.train;

import coretuning.result.CosineHistogram;
import coretuning.result.EpochDiagnostics;
import coretuning.result.GradientNorm;
import coretuning.result.MiningCounts;
import coretuning.result.Similarities;
import coretuning.result.StepDiagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sums of the diagnostics of one epoch so far. Part of a checkpoint.
final class DiagnosticsTally {
  private static final int SCALARS = 9;

  /// Numbers that [#values] holds.
  static final int VALUES = SCALARS + 4 * CosineHistogram.BINS;

  private double crossEntropy;
  private long batches;
  private long anchors;
  private long withoutPositive;
  private MiningCounts mining = MiningCounts.NONE;
  private final Similarities similarities = Similarities.empty();
  private final List<GradientNorm> gradients = new ArrayList<>();

  void add(StepDiagnostics step) {
    crossEntropy += step.crossEntropy();
    batches++;
    anchors += step.anchors();
    withoutPositive += step.withoutPositive();
    mining = mining.plus(step.mining());
    similarities.add(step.similarities());
    gradients.addAll(step.gradients());
  }

  /// Means so far; empty before the first batch.
  ///
  /// @param epoch counted from 1
  Optional<EpochDiagnostics> means(int epoch) {
    return batches == 0
        ? Optional.empty()
        : Optional.of(
            new EpochDiagnostics(
                epoch,
                crossEntropy / batches,
                (double) withoutPositive / anchors,
                mining.pairs() == 0 ? Optional.empty() : Optional.of(mining),
                similarities,
                gradients));
  }

  /// Everything but the gradients, as numbers. Counts are exact below 2^53.
  double[] values() {
    var values = new double[VALUES];
    double[] scalars = {
      crossEntropy,
      batches,
      anchors,
      withoutPositive,
      mining.pairs(),
      mining.selfPicks(),
      mining.judged(),
      mining.wrongClass(),
      mining.clipped()
    };
    System.arraycopy(scalars, 0, values, 0, SCALARS);
    int at = SCALARS;
    for (CosineHistogram histogram : similarities.all()) {
      for (long count : histogram.counts()) {
        values[at++] = count;
      }
    }
    return values;
  }

  List<GradientNorm> gradients() {
    return List.copyOf(gradients);
  }

  /// A tally as it was saved.
  ///
  /// @param values `[VALUES]`
  static DiagnosticsTally of(double[] values, List<GradientNorm> gradients) {
    var tally = new DiagnosticsTally();
    tally.crossEntropy = values[0];
    tally.batches = (long) values[1];
    tally.anchors = (long) values[2];
    tally.withoutPositive = (long) values[3];
    tally.mining =
        new MiningCounts(
            (long) values[4],
            (long) values[5],
            (long) values[6],
            (long) values[7],
            (long) values[8]);
    int at = SCALARS;
    for (CosineHistogram histogram : tally.similarities.all()) {
      for (int bin = 0; bin < CosineHistogram.BINS; bin++) {
        histogram.counts()[bin] = (long) values[at++];
      }
    }
    tally.gradients.addAll(gradients);
    return tally;
  }
}
