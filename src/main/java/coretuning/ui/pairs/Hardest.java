package coretuning.ui.pairs;

import coretuning.result.Embedding;
import coretuning.ui.pairs.PairView.Member;
import coretuning.ui.pairs.PairView.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Hardest positive and negative of a recorded sample: as Eq 3 and 4 of the paper define them, but
/// among the samples of an embedding instead of a batch. For looking at test images, which training
/// never mines.
final class Hardest {
  private Hardest() {}

  /// The pair of `sample`, or empty if the embedding does not hold it.
  static Optional<PairView> of(Embedding embedding, int sample) {
    int anchor = row(embedding, sample);
    if (anchor < 0) {
      return Optional.empty();
    }
    int positive = -1;
    int negative = -1;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < embedding.size(); row++) {
      double cosine = cosine(embedding, anchor, row);
      boolean sameClass = embedding.labels()[row] == embedding.labels()[anchor];
      if (row != anchor && sameClass && cosine < least) {
        least = cosine;
        positive = row;
      }
      if (!sameClass && cosine > most) {
        most = cosine;
        negative = row;
      }
    }
    var others = new ArrayList<Member>();
    if (positive >= 0) {
      others.add(member(embedding, Role.HARD_POSITIVE, positive, least));
    }
    if (negative >= 0) {
      others.add(member(embedding, Role.HARD_NEGATIVE, negative, most));
    }
    return Optional.of(
        new PairView(
            member(embedding, Role.ANCHOR, anchor, 1),
            others,
            List.of(),
            new PairView.Origin.Compared(embedding.epoch())));
  }

  private static Member member(Embedding embedding, Role role, int row, double cosine) {
    return new Member(
        role, embedding.samples()[row], OptionalInt.of(embedding.labels()[row]), cosine);
  }

  private static int row(Embedding embedding, int sample) {
    for (int row = 0; row < embedding.size(); row++) {
      if (embedding.samples()[row] == sample) {
        return row;
      }
    }
    return -1;
  }

  /// Cosine of two rows; NaN if one of them is 0.
  private static double cosine(Embedding embedding, int a, int b) {
    float[] features = embedding.features();
    int size = embedding.dimension();
    double dot = 0;
    double normA = 0;
    double normB = 0;
    for (int i = 0; i < size; i++) {
      double x = features[a * size + i];
      double y = features[b * size + i];
      dot += x * y;
      normA += x * x;
      normB += y * y;
    }
    return dot / Math.sqrt(normA * normB);
  }
}
