package coretuning.result;

import java.util.Optional;

/// Features of some images at one moment of a run, with what the model said of them.
///
/// @param epoch epochs done; 0 is before training
/// @param part where the images come from
/// @param samples `[N]` ids in the data set
/// @param labels `[N]` classes in [0, K)
/// @param predictions `[N]` classes in [0, K)
/// @param confidences `[N]` probability of the prediction, in [0, 1]
/// @param dimension D
/// @param features `[N, D]` row-major, as pooled by the backbone, not normalised
/// @param losses `[N]` cross-entropy of the label, -log p, nats; empty in runs recorded before it
///   was kept
public record Embedding(
    int epoch,
    Part part,
    int[] samples,
    int[] labels,
    int[] predictions,
    float[] confidences,
    int dimension,
    float[] features,
    Optional<float[]> losses) {

  public Embedding {
    if (features.length != samples.length * dimension
        || labels.length != samples.length
        || predictions.length != samples.length
        || confidences.length != samples.length) {
      throw new IllegalArgumentException(
          "embedding of %d samples x %d features got %d labels, %d predictions, %d values"
              .formatted(
                  samples.length, dimension, labels.length, predictions.length, features.length));
    }
    int n = samples.length;
    losses
        .filter(each -> each.length != n)
        .ifPresent(each -> {
          throw new IllegalArgumentException(
              "embedding of %d samples got %d losses".formatted(n, each.length));
        });
  }

  /// An embedding whose losses are not known.
  public Embedding(
      int epoch,
      Part part,
      int[] samples,
      int[] labels,
      int[] predictions,
      float[] confidences,
      int dimension,
      float[] features) {
    this(
        epoch,
        part,
        samples,
        labels,
        predictions,
        confidences,
        dimension,
        features,
        Optional.empty());
  }

  /// Number of images, N.
  public int size() {
    return samples.length;
  }
}
