package coretuning.result;

/// How hard one original was as an anchor of the focal contrastive loss (Eq 5).
///
/// @param sample the anchor's id in the data set
/// @param label its class
/// @param weight mean of (1 - p)^gamma over the anchor's positives, in [0, 1]; 0 if it has none
/// @param loss the anchor's term of the focal contrastive loss, nats
public record FocalWeight(int sample, int label, double weight, double loss) {}
