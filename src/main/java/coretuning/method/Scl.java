package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.objective.ContrastSets;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.FocalContrastive;
import coretuning.spec.MethodSpec;

/// SCL (Gunel et al., ICLR 2021): L = (1 - lambda) L_ce + lambda L_con, the supervised contrastive
/// loss (Eq 1 of Core-tuning) of the batch's unit features, without projection, mining or mixing.
///
/// Anchors without another image of their class are left out of the mean; a batch without any
/// positive contrasts nothing.
///
/// Comparability: the authors fine-tune language models; for images the code of supervised
/// contrastive learning takes two views of each image and all views as anchors, and a projection.
/// Here it is one view, as for the other methods.
final class Scl implements Method {
  private static final double UNWEIGHTED = 0;

  private final MethodSpec.Scl spec;

  Scl(MethodSpec.Scl spec) {
    this.spec = spec;
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    NDArray units = Cosine.unitRows(in.features());
    var contrast =
        FocalContrastive.of(
            Cosine.similarities(units, units),
            ContrastSets.ofLabels(units.getManager(), in.labels(), units.getDataType()),
            spec.temperature(),
            UNWEIGHTED);
    return StepOutcome.of(
        logits,
        new Addend("cross-entropy", 1 - spec.share(), CrossEntropy.ofLabels(logits, in.labels())),
        new Addend("supervised contrastive", spec.share(), contrast.loss()));
  }
}
