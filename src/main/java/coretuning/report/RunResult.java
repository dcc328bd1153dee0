package coretuning.report;

import coretuning.result.Evaluation;
import coretuning.result.Spread;

/// What one run contributes to a comparison.
///
/// @param method as in the literature, e.g. `Core-tuning`; runs of one name are one row
/// @param seed of the run; runs of two methods with one seed are a pair
/// @param test final evaluation on the test images
/// @param knnBefore top-1 of the k-NN vote before training, in [0, 1]; NaN if it was not measured
/// @param before spread before training
/// @param after spread after training
public record RunResult(
    String method, long seed, Evaluation test, double knnBefore, Spread before, Spread after) {
  public RunResult {
    if (method.isBlank()) {
      throw new IllegalArgumentException("method must not be empty");
    }
  }
}
