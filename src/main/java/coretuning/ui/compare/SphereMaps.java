package coretuning.ui.compare;

import coretuning.analysis.map.SphereProjection;
import coretuning.analysis.map.SphereRotation;
import coretuning.result.Embedding;
import coretuning.result.Snapshot;
import coretuning.result.SphereView;
import coretuning.ui.support.LiveRun;
import java.util.Optional;

/// Maps on the unit sphere, each turned to lie over the others.
record SphereMaps() implements Cartography<SphereView> {
  @Override
  public boolean isKept(ImageSet images) {
    return false;
  }

  @Override
  public Optional<SphereView> kept(LiveRun run, Snapshot snapshot) {
    return Optional.empty();
  }

  @Override
  public boolean canShow(Embedding embedding) {
    return MapMethod.SPHERE.canShow(embedding);
  }

  @Override
  public SphereView make(Embedding embedding, long seed) {
    return SphereProjection.sphere(embedding.features(), embedding.dimension());
  }

  @Override
  public SphereView over(SphereView map, SphereView target) {
    return SphereRotation.of(map, target).apply(map);
  }
}
