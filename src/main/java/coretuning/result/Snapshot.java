package coretuning.result;

import java.util.List;
import java.util.Optional;

/// Everything recorded of a run at one epoch.
///
/// @param embedding features of a fixed set of test images, the same in every snapshot and in every
///   run of the same data and seed
/// @param training likewise of training images, the anchors of the pairs; empty in runs recorded
///   before it was kept
/// @param spread of that embedding
/// @param knn top-1 in [0, 1] of its k-NN vote among the training images
/// @param pairs one for each anchor of the epoch just trained; empty for methods without mining and
///   before training
/// @param weights likewise
public record Snapshot(
    Embedding embedding,
    Optional<Embedding> training,
    Spread spread,
    double knn,
    List<HardPair> pairs,
    List<FocalWeight> weights) {
  public Snapshot {
    pairs = List.copyOf(pairs);
    weights = List.copyOf(weights);
  }

  /// A snapshot without training images.
  public Snapshot(
      Embedding embedding,
      Spread spread,
      double knn,
      List<HardPair> pairs,
      List<FocalWeight> weights) {
    this(embedding, Optional.empty(), spread, knn, pairs, weights);
  }

  /// Epochs done; 0 is before training.
  public int epoch() {
    return embedding.epoch();
  }
}
