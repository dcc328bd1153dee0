package coretuning.result;

/// What Core-tuning mined and synthesised for one anchor (Eq 3 and 4 of the paper). Samples are ids
/// in the data set; cosines are taken between features before the step.
///
/// @param step the step it happened in, counted from 1 over the run
/// @param anchor the anchor's sample
/// @param hardPositive same class, farthest in the batch; the anchor itself if it has no other
/// @param hardNegative other class, nearest in the batch
/// @param randomNegative other class, drawn at random
/// @param lambdaPositive z+ = lambda * hard positive + (1 - lambda) * hard negative
/// @param lambdaNegative z- = (1 - lambda) * anchor + lambda * random negative
public record HardPair(
    long step,
    int anchor,
    int hardPositive,
    int hardNegative,
    int randomNegative,
    double lambdaPositive,
    double lambdaNegative,
    double cosinePositive,
    double cosineNegative,
    double cosineRandom) {}
