package coretuning.method;

import coretuning.objective.FocalContrastive;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.tensor.Transfer;
import java.util.ArrayList;
import java.util.List;

/// What Core-tuning tells of a batch: rows of the batch become samples of the data set.
final class PairRecord {
  private PairRecord() {}

  /// What was mined and drawn, one row for each anchor.
  ///
  /// @param cosines `[N, N]` row-major
  static List<HardPair> pairs(
      StepInput in, Mining mining, MixingFactors factors, double[] cosines) {
    int n = mining.size();
    int[] samples = in.samples();
    var pairs = new ArrayList<HardPair>(n);
    for (int i = 0; i < n; i++) {
      int hardPositive = mining.hardPositive()[i];
      int hardNegative = mining.hardNegative()[i];
      int randomNegative = mining.randomNegative()[i];
      pairs.add(
          new HardPair(
              in.step(),
              samples[i],
              samples[hardPositive],
              samples[hardNegative],
              samples[randomNegative],
              factors.positive()[i],
              factors.negative()[i],
              cosines[i * n + hardPositive],
              cosines[i * n + hardNegative],
              cosines[i * n + randomNegative]));
    }
    return pairs;
  }

  /// The focal weights of the originals, one row each; synthetic anchors have no sample to name.
  ///
  /// @param focal the originals are its first N anchors
  static List<FocalWeight> weights(StepInput in, FocalContrastive focal) {
    double[] weights = Transfer.toDoubles(focal.anchorWeights());
    double[] losses = Transfer.toDoubles(focal.anchorLosses());
    var rows = new ArrayList<FocalWeight>(in.samples().length);
    for (int i = 0; i < in.samples().length; i++) {
      rows.add(new FocalWeight(in.samples()[i], in.labels()[i], weights[i], losses[i]));
    }
    return rows;
  }
}
