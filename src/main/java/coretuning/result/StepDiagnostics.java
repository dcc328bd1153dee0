package coretuning.result;

import java.util.List;

/// What one batch tells of whether the method does what it should.
///
/// @param crossEntropy plain cross-entropy of the batch's images, nats, whatever the objective is
/// @param anchors images of the batch
/// @param withoutPositive of them, those whose class has no other image in the batch
/// @param mining of the batch; [MiningCounts#NONE] for methods without mining
/// @param similarities of raw features
/// @param gradients by addend; empty but for the first batch of an epoch
public record StepDiagnostics(
    double crossEntropy,
    int anchors,
    int withoutPositive,
    MiningCounts mining,
    Similarities similarities,
    List<GradientNorm> gradients) {
  public StepDiagnostics {
    gradients = List.copyOf(gradients);
  }
}
