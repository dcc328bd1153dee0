package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.Transfer;

/// Distance of the feature maps of one layer from those of the pre-trained network (DELTA, Li et
/// al. 2019), summed over the images: it grows with the batch.
public final class MapDistance {
  private MapDistance() {}

  /// 1/2 sum_i ||F_i - F0_i||^2: every channel alike.
  ///
  /// @param maps `[N, C, H, W]` F, with gradient
  /// @param start `[N, C, H, W]` F0, of the same images
  /// @return a scalar
  public static NDArray plain(NDArray maps, NDArray start) {
    NDArray difference = maps.sub(start);
    return difference.mul(difference).sum().mul(Transfer.scalarLike(maps, 0.5));
  }

  /// 1/2 sum_i sum_c A_c C / (H W) ||F_ic - F0_ic||^2.
  ///
  /// @param maps `[N, C, H, W]` F, with gradient
  /// @param start `[N, C, H, W]` F0, of the same images
  /// @param attention `[C]` A, at least 0, sums to 1; may be long-lived
  /// @return a scalar
  public static NDArray attended(NDArray maps, NDArray start, NDArray attention) {
    NDArray difference = maps.sub(start);
    NDArray byChannel = difference.mul(difference).sum(new int[] {0, 2, 3}); // [C]
    double channels = (double) maps.getShape().get(1);
    double places = (double) maps.getShape().get(2) * maps.getShape().get(3);
    return byChannel.mul(attention).sum().mul(Transfer.scalarLike(maps, channels / places / 2));
  }
}
