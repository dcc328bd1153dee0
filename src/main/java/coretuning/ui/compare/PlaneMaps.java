package coretuning.ui.compare;

import coretuning.analysis.map.MapReliability;
import coretuning.analysis.map.Procrustes;
import coretuning.result.Embedding;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.Snapshot;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import java.util.Optional;
import java.util.stream.Stream;

/// Maps on a plane, with how far they can be trusted.
record PlaneMaps(MapMethod method, Comparison comparison) implements Cartography<Projection> {
  @Override
  public boolean isKept(ImageSet images) {
    return method == MapMethod.TSNE && images == ImageSet.TEST;
  }

  @Override
  public Optional<Projection> kept(LiveRun run, Snapshot snapshot) {
    return MapSide.of(run, snapshot).withMapOf(comparison.runs()).projection();
  }

  @Override
  public boolean canShow(Embedding embedding) {
    return method.canShow(embedding);
  }

  @Override
  public Projection make(Embedding embedding, long seed) {
    Projection map = method.project(embedding, seed);
    int k = Math.min(MapReliability.DEFAULT_NEIGHBOURS, (embedding.size() - 1) / 2);
    if (k < 1) {
      return map;
    }
    Stream<MapMeasure> reliability =
        MapReliability.of(embedding.features(), embedding.dimension(), map.x(), map.y(), k, seed)
            .measures()
            .stream();
    return map.withMeasures(Stream.concat(reliability, map.measures().stream()).toList());
  }

  /// A circle keeps its middle, and so do principal components: they are only turned.
  @Override
  public Projection over(Projection map, Projection target) {
    Procrustes best = Procrustes.of(map, target, false);
    return method == MapMethod.TSNE
        ? best.apply(map)
        : new Procrustes(best.cosine(), best.sine(), best.mirrored(), 1, 0, 0, best.residual())
            .apply(map);
  }
}
