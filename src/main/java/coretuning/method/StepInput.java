package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.backbone.Classifier;
import java.util.random.RandomGenerator;

/// What a method sees of one batch.
///
/// @param pass of the batch through the backbone; the manager of its features owns what the step
///   makes
/// @param labels `[N]` classes in [0, K)
/// @param samples `[N]` ids in the data set, for the record only
/// @param classifier G_y
/// @param random the mixing stream of the run
/// @param step counted from 1 over the run
public record StepInput(
    Pass pass,
    int[] labels,
    int[] samples,
    Classifier classifier,
    RandomGenerator random,
    long step) {

  public StepInput {
    long n = pass.features().getShape().get(0);
    if (labels.length != n || samples.length != n) {
      throw new IllegalArgumentException(
          "a batch of %d features needs as many labels and samples, got %d and %d"
              .formatted(n, labels.length, samples.length));
    }
  }

  /// `[N, D]` z = G_e(x), pooled, not normalised, with gradient.
  public NDArray features() {
    return pass.features();
  }
}
