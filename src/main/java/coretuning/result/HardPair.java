package coretuning.result;

/// What Core-tuning mined and synthesised for one anchor (Eq 3 and 4 of the paper). Samples are ids
/// in the data set; cosines are taken between features before the step.
///
/// The partners are those really used. Where Core-tuning is read as its released code, they need
/// not be what they are called: a hard positive is then the anchor itself as a rule, else mostly of
/// another class, and a random negative may be of the anchor's class or the anchor.
///
/// @param step the step it happened in, counted from 1 over the run
/// @param anchor the anchor's sample
/// @param hardPositive in the paper's reading same class, farthest in the batch; the anchor itself
///   if it has no other
/// @param hardNegative in the paper's reading other class, nearest in the batch
/// @param randomNegative in the paper's reading other class, drawn at random
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
