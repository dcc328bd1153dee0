package coretuning.result;

/// How well a model classifies one part of a data set.
///
/// @param part the images evaluated
/// @param images their number
/// @param top1 share predicted right, in [0, 1]
/// @param top5 share whose label is among the five highest scores, in [0, 1]
/// @param meanPerClass mean over classes of the share of the class predicted right, in [0, 1]
/// @param knn top-1 of the weighted k-NN vote in feature space against the training images, in [0,
///   1]
/// @param crossEntropy mean cross-entropy, nats; NaN before a classifier was trained
/// @param confusion `[K, K]` counts, row true class, column prediction
public record Evaluation(
    Part part,
    int images,
    double top1,
    double top5,
    double meanPerClass,
    double knn,
    double crossEntropy,
    int[][] confusion) {}
