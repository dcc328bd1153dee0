package coretuning.ui.compare;

import coretuning.analysis.ClassCentres;
import coretuning.analysis.NeighbourAgreement;
import coretuning.result.Embedding;
import coretuning.ui.support.Background;
import coretuning.ui.support.StatusLine;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/// What is measured of single samples in the original space: computed beside the JavaFX thread when
/// first asked for, and kept while the embedding is. For the JavaFX thread.
@SuppressWarnings("UndefinedEquals") // Arrays are looked up by identity, as they are meant to be.
final class SampleMeasures {
  private final Background background;
  private final StatusLine status;
  private final Runnable ready;

  /// By the features' array: arrays, unlike records, are compared by identity.
  private final Map<float[], Optional<float[]>> centres = new WeakHashMap<>();

  private final Map<float[], Optional<float[]>> agreements = new WeakHashMap<>();

  /// @param ready is told when something more can be asked for
  SampleMeasures(Background background, StatusLine status, Runnable ready) {
    this.background = background;
    this.status = status;
    this.ready = ready;
  }

  /// Distances to the own class's centre, `[N]`; empty until they are computed.
  Optional<float[]> centreDistances(Embedding embedding) {
    int classes = Arrays.stream(embedding.labels()).max().orElse(0) + 1;
    return find(
        centres,
        embedding,
        () ->
            floats(
                ClassCentres.of(
                        embedding.features(), embedding.dimension(), embedding.labels(), classes)
                    .toOwn()));
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /// Shares of neighbours of the same class, `[N]`; empty until they are computed.
  Optional<float[]> agreement(Embedding embedding) {
    return find(
        agreements,
        embedding,
        () ->
            NeighbourAgreement.of(
                embedding.features(),
                embedding.dimension(),
                embedding.labels(),
                NeighbourAgreement.DEFAULT_NEIGHBOURS));
  }

  private Optional<float[]> find(
      Map<float[], Optional<float[]>> known, Embedding embedding, Supplier<float[]> work) {
    float[] key = embedding.features();
    Optional<float[]> found = known.get(key);
    if (found != null) {
      return found;
    }
    known.put(key, Optional.empty());
    background.run(
        work,
        values -> {
          known.put(key, Optional.of(values));
          ready.run();
        },
        status::fail);
    return Optional.empty();
  }
}
