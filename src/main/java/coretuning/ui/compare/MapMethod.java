package coretuning.ui.compare;

import coretuning.analysis.map.PrincipalComponents;
import coretuning.analysis.map.SphereProjection;
import coretuning.analysis.map.Tsne;
import coretuning.result.Embedding;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import coretuning.result.SphereView;
import java.util.List;

/// How features of many dimensions come onto a map of two.
enum MapMethod {
  /// Neighbourhoods; of test images computed by a job and kept with the run.
  TSNE,
  /// The two directions of largest variance.
  PCA,
  /// Directions from the mean, on the unit circle.
  CIRCLE,
  /// Directions from the mean, on the unit sphere, which can be turned.
  SPHERE;

  /// Number of points from which on there is a map; fewer have no neighbourhoods to show.
  private int fewest() {
    return this == TSNE ? Tsne.FEWEST_IMAGES : 1;
  }

  /// Whether an embedding has enough images and dimensions.
  boolean canShow(Embedding embedding) {
    int axes = this == SPHERE ? 3 : 2;
    return embedding.size() >= fewest() && embedding.dimension() >= axes;
  }

  /// The map of an embedding, where it is a plane one.
  ///
  /// @param seed of the first layout, where chance plays a part
  Projection project(Embedding embedding, long seed) {
    float[] features = embedding.features();
    int dimension = embedding.dimension();
    return switch (this) {
      case TSNE ->
          Tsne.withSeed(seed).project(features, dimension, new RunControl(), iterations -> {});
      case PCA -> PrincipalComponents.project(features, dimension);
      case CIRCLE -> {
        SphereView view = SphereProjection.circle(features, dimension);
        yield seen("unit circle", view.coordinates(), view.explainedShare());
      }
      case SPHERE -> throw new IllegalStateException("a sphere needs a side to be seen from");
    };
  }

  /// What is seen of a circle or sphere.
  ///
  /// @param coordinates `[at least 2][N]`
  static Projection seen(String name, double[][] coordinates, double explainedShare) {
    return new Projection(
        name,
        0,
        Double.NaN,
        0,
        coordinates[0],
        coordinates[1],
        List.of(new MapMeasure("explained share", explainedShare)));
  }
}
