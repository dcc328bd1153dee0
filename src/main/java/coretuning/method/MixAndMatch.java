package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.Mining;
import coretuning.objective.Triplet;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Transfer;
import java.util.Optional;

/// Mix-and-Match tuning (M&M, Zhan et al., AAAI 2018) in the form for classification: L = L_ce + w
/// mean_a max(0, d(a, p) - d(a, n) + m).
///
/// The original is made for segmentation: it samples patches, mixes them across images and draws
/// triplets from a graph of their classes. For classification the triplet loss is what remains.
/// Which triplets, distance, margin and weight the comparison of the Core-tuning paper used is not
/// known to us; here p and n are the hardest of the batch and d the squared distance of unit
/// features.
///
/// Comparability: because of that, results of this method say little about the paper's row.
final class MixAndMatch implements Method {
  private final MethodSpec.MixAndMatch spec;

  MixAndMatch(MethodSpec.MixAndMatch spec) {
    this.spec = spec;
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    return StepOutcome.of(
        logits,
        new Addend("cross-entropy", 1, CrossEntropy.ofLabels(logits, in.labels())),
        new Addend("triplet", spec.tripletWeight(), triplet(in)));
  }

  /// 0, the empty sum, if the batch holds one class only.
  private NDArray triplet(StepInput in) {
    NDArray units = Cosine.unitRows(in.features());
    NDArray cosines = Cosine.similarities(units, units);
    Optional<Mining> mined =
        Mining.of(Transfer.toDoubles(cosines.stopGradient()), in.labels(), in.random());
    return mined
        .map(mining -> Triplet.ofHardest(cosines, mining, spec.margin()))
        .orElseGet(() -> Transfer.scalarLike(cosines, 0));
  }
}
