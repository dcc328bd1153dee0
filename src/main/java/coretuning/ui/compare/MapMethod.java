package coretuning.ui.compare;

import coretuning.analysis.map.PrincipalComponents;
import coretuning.analysis.map.SphereProjection;
import coretuning.result.Embedding;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.SphereView;
import java.util.List;

/// How features of many dimensions come onto a map of two.
enum MapMethod {
  /// Neighbourhoods; computed by a job and kept with the run.
  TSNE,
  /// The two directions of largest variance.
  PCA,
  /// Directions from the mean, on the unit circle.
  CIRCLE;

  /// The map of an embedding by a method that needs no job.
  Projection project(Embedding embedding) {
    return switch (this) {
      case TSNE -> throw new IllegalStateException("a t-SNE map is made by a job");
      case PCA -> PrincipalComponents.project(embedding.features(), embedding.dimension());
      case CIRCLE -> circle(embedding);
    };
  }

  private static Projection circle(Embedding embedding) {
    SphereView view = SphereProjection.circle(embedding.features(), embedding.dimension());
    return new Projection(
        "unit circle",
        0,
        Double.NaN,
        0,
        view.coordinates()[0],
        view.coordinates()[1],
        List.of(new MapMeasure("explained share", view.explainedShare())));
  }
}
