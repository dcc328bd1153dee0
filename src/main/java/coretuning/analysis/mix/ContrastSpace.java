package coretuning.analysis.mix;

import coretuning.result.LinearWeights;
import java.util.Arrays;
import java.util.List;

/// The space in which the contrastive loss compares: behind the projection head, or that of the
/// features where there is none or its weights are not known.
///
/// @param layers of the projection head, between them a ReLU; empty for none
public record ContrastSpace(List<LinearWeights> layers) {
  public ContrastSpace {
    layers = List.copyOf(layers);
  }

  /// v = G_c(z) / ||G_c(z)||, as `CoreTuning.contrastive`.
  ///
  /// @param z `[D]` raw feature
  /// @return `[P]` of length 1; NaN if G_c(z) is 0
  public double[] place(double[] z) {
    double[] v = z;
    for (int i = 0; i < layers.size(); i++) {
      double[] in = i == 0 ? v : Arrays.stream(v).map(x -> Math.max(0, x)).toArray();
      v = Vectors.apply(layers.get(i), in);
    }
    double norm = Math.sqrt(Vectors.dot(v, v));
    return Arrays.stream(v).map(x -> x / norm).toArray();
  }
}
