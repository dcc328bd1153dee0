package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.objective.CrossEntropy;
import coretuning.objective.SpectralShrinkage;
import coretuning.spec.MethodSpec;

/// Batch spectral shrinkage (Chen et al., NeurIPS 2019): L = L_ce + e sum_{i=1..k} sigma_{-i}^2,
/// sigma_{-i} the i-th smallest singular value of the batch's raw features `[N, D]`.
///
/// Small singular values are taken for directions that transfer badly. How large they are depends
/// on the batch size: with N below D even the smallest one is far from 0.
///
/// Comparability: the Transfer-Learning-Library adds the term to other methods too and learns the
/// head at ten times the backbone's rate with weight decay 0.0005; here it stands alone, and rates
/// and decay are those of the experiment.
final class Bss implements Method {
  private final MethodSpec.Bss spec;

  Bss(MethodSpec.Bss spec) {
    this.spec = spec;
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    return StepOutcome.of(
        logits,
        new Addend("cross-entropy", 1, CrossEntropy.ofLabels(logits, in.labels())),
        new Addend(
            "spectral shrinkage",
            spec.shrinkage(),
            SpectralShrinkage.of(in.features(), spec.singularValues())));
  }
}
