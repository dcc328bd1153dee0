package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /// Several batches as one: each has passed the backbone by itself, so that BatchNorm saw them one
  /// by one.
  ///
  /// @param passes at least one, with as many views and maps each
  public static Pass joined(List<Pass> passes) {
    if (passes.size() == 1) {
      return passes.getFirst();
    }
    return new Pass(
        joined(passes, Pass::views),
        joined(passes, Pass::stageMaps),
        NDArrays.concat(new NDList(passes.stream().map(Pass::features).toList()), 0));
  }

  private static List<NDArray> joined(List<Pass> passes, Function<Pass, List<NDArray>> part) {
    return IntStream.range(0, part.apply(passes.getFirst()).size())
        .mapToObj(i ->
            NDArrays.concat(
                new NDList(passes.stream().map(pass -> part.apply(pass).get(i)).toList()), 0))
        .toList();
  }

  /// Features that come from no image: points placed by hand.
  public static Pass ofFeatures(NDArray features) {
    return new Pass(List.of(), List.of(), features);
  }
}
