package coretuning.method;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// One forward pass of the backbone in training mode, with gradient.
///
/// @param views the batch's images, normalised, `[N, 3, H, W]` each: the view that passed the
///   backbone, then as many more as the method asked for
/// @param stageMaps feature maps after each stage, `[N, C, H, W]`
/// @param features `[N, D]` z = G_e(x), pooled, not normalised
public record Pass(List<NDArray> views, List<NDArray> stageMaps, NDArray features) {
  public Pass {
    views = List.copyOf(views);
    stageMaps = List.copyOf(stageMaps);
  }

  /// Features that come from no image: points placed by hand.
  public static Pass ofFeatures(NDArray features) {
    return new Pass(List.of(), List.of(), features);
  }
}
