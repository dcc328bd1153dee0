package coretuning.transform;

import java.util.List;

/// What one training or evaluation step sees. Arrays are not written to after construction.
///
/// @param ids sample ids, `[N]`
/// @param labels classes, `[N]`; -1 each if the images have none
/// @param views normalised pixels, one array `[N, 3, imageSize, imageSize]` per view: one, or two
///   independent augmentations of the same samples for contrastive pre-training
/// @param imageSize side of the images in pixels
public record Batch(int[] ids, int[] labels, List<float[]> views, int imageSize) {

  public Batch {
    views = List.copyOf(views);
  }

  /// Number of samples N.
  public int size() {
    return ids.length;
  }

  /// The first view, `[N, 3, imageSize, imageSize]`.
  public float[] pixels() {
    return views.getFirst();
  }
}
