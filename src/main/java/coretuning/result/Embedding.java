package coretuning.result;

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
public record Embedding(
    int epoch,
    Part part,
    int[] samples,
    int[] labels,
    int[] predictions,
    float[] confidences,
    int dimension,
    float[] features) {

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
  }

  /// Number of images, N.
  public int size() {
    return samples.length;
  }
}
