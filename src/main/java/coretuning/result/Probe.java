package coretuning.result;

/// What frozen features are worth: two classifiers on them, no weight of the backbone changed.
/// Labels are those of the probe's images; pre-training itself sees none.
///
/// @param epoch of the backbone, counted from 1; 0 for fresh or foreign weights
/// @param knn top-1 in [0, 1] of the weighted vote of the nearest training images
/// @param linear top-1 in [0, 1] of a linear classifier, on images that no choice was made by
/// @param learningRate of the linear classifier, the best on the images held out
/// @param heldOut top-1 in [0, 1] on these with that rate
/// @param bank training images that both learnt from
/// @param images that both were tested on
/// @param weightsHash SHA-256 of the backbone's arrays, the same before and after
public record Probe(
    int epoch,
    double knn,
    double linear,
    double learningRate,
    double heldOut,
    int bank,
    int images,
    String weightsHash) {}
