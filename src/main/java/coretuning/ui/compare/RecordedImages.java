package coretuning.ui.compare;

import coretuning.result.Embedding;
import coretuning.result.Part;
import coretuning.result.Snapshot;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// Recorded images of one snapshot as a map shows them: training images first, then test images.
///
/// @param embedding all of them
/// @param training number of training images
record RecordedImages(Embedding embedding, int training) {
  /// Joins the two embeddings of snapshots, each pair once: what is computed of an embedding is
  /// remembered by its array of features. For the JavaFX thread.
  @SuppressWarnings("UndefinedEquals") // Arrays are looked up by identity, as they are meant to be.
  static final class Shelf {
    private final Map<float[], RecordedImages> joined = new WeakHashMap<>();

    /// The images of a snapshot; empty where it recorded no training images but they are asked for.
    Optional<RecordedImages> of(Snapshot snapshot, ImageSet set) {
      return switch (set) {
        case TEST -> Optional.of(test(snapshot));
        case TRAINING -> snapshot.training().map(each -> new RecordedImages(each, each.size()));
        case BOTH ->
            snapshot
                .training()
                .filter(each -> each.dimension() == snapshot.embedding().dimension())
                .map(each ->
                    joined.computeIfAbsent(
                        snapshot.embedding().features(),
                        key -> joined(each, snapshot.embedding())));
      };
    }
  }

  /// The test images alone.
  static RecordedImages test(Snapshot snapshot) {
    return new RecordedImages(snapshot.embedding(), 0);
  }

  /// Whether the image of a row is a training image.
  boolean isTraining(int row) {
    return row < training;
  }

  /// Its part is that of the second, the majority.
  private static RecordedImages joined(Embedding first, Embedding second) {
    Optional<float[]> losses = first.losses().flatMap(a -> second.losses().map(b -> joined(a, b)));
    return new RecordedImages(
        new Embedding(
            second.epoch(),
            Part.TEST,
            joined(first.samples(), second.samples()),
            joined(first.labels(), second.labels()),
            joined(first.predictions(), second.predictions()),
            joined(first.confidences(), second.confidences()),
            second.dimension(),
            joined(first.features(), second.features()),
            losses),
        first.size());
  }

  private static int[] joined(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
