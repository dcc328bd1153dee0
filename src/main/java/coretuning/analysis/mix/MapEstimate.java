package coretuning.analysis.mix;

import coretuning.result.Embedding;
import coretuning.result.Projection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Where a feature that was never mapped would lie on a map: the mean of the places of its nearest
/// recorded images in the original space, weighted by 1 / d², d² = 2 - 2 cos (the map's own metric:
/// Euclidean between unit features; Shepard's interpolation). At a recorded feature it is that
/// image's own place. An estimate: a map is no function of the features, and between clusters it
/// may have nothing.
public final class MapEstimate {
  /// How many images bear on a place.
  public static final int NEIGHBOURS = 10;

  /// Below this d² two features count as one: rounding of float32.
  private static final double SAME = 1e-10;

  private final double[][] features;
  private final Projection map;

  /// A place on the map.
  public record Place(double x, double y) {}

  private record Near(int row, double squared) {}

  /// @param map of that embedding, rows alike
  public MapEstimate(Embedding embedding, Projection map) {
    if (map.x().length != embedding.size()) {
      throw new IllegalArgumentException(
          "a map of %d points is not of %d images".formatted(map.x().length, embedding.size()));
    }
    features = new double[embedding.size()][];
    Arrays.setAll(features, row -> feature(embedding, row));
    this.map = map;
  }

  /// A row of an embedding.
  ///
  /// @return `[D]`
  public static double[] feature(Embedding embedding, int row) {
    int size = embedding.dimension();
    var feature = new double[size];
    Arrays.setAll(feature, i -> embedding.features()[row * size + i]);
    return feature;
  }

  /// The estimated place of a feature.
  ///
  /// @param feature `[D]`, not 0
  public Place of(double[] feature) {
    Near[] nearest =
        IntStream.range(0, features.length)
            .mapToObj(row -> new Near(row, 2 - 2 * Vectors.cosine(feature, features[row])))
            .filter(near -> !Double.isNaN(near.squared))
            .sorted(Comparator.comparingDouble(Near::squared))
            .limit(NEIGHBOURS)
            .toArray(Near[]::new);
    if (nearest.length == 0) {
      throw new IllegalArgumentException("a feature of 0 has no direction, thus no neighbours");
    }
    if (nearest[0].squared < SAME) {
      return new Place(map.x()[nearest[0].row], map.y()[nearest[0].row]);
    }
    double x = 0;
    double y = 0;
    double total = 0;
    for (Near each : nearest) {
      double weight = 1 / each.squared;
      x += weight * map.x()[each.row];
      y += weight * map.y()[each.row];
      total += weight;
    }
    return new Place(x / total, y / total);
  }
}
