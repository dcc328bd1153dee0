package coretuning.result;

import java.util.List;
import java.util.Optional;

/// What the batches of one epoch tell of whether the method does what it should.
///
/// @param epoch counted from 1
/// @param crossEntropy plain cross-entropy of the augmented training images, nats, mean over the
///   batches: the same quantity for every method, so that Theorem 2's claim, a lower cross-entropy
///   with L_con than without, can be seen
/// @param withoutPositive share in [0, 1] of anchors whose class has no other image in their batch
/// @param mining empty for methods that mined nothing
/// @param similarities of raw features, over all batches
/// @param gradients by addend, in the order of the objective's formula, of the epoch's first batch;
///   of a run of more than 50 epochs only every few have them, the others none
public record EpochDiagnostics(
    int epoch,
    double crossEntropy,
    double withoutPositive,
    Optional<MiningCounts> mining,
    Similarities similarities,
    List<GradientNorm> gradients) {
  public EpochDiagnostics {
    gradients = List.copyOf(gradients);
  }
}
