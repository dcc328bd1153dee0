package coretuning.ui.pairs;

import coretuning.result.FocalWeight;
import coretuning.result.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Classes of the samples that a snapshot speaks of: of its anchors and of its embeddings.
final class Labels {
  private final Map<Integer, Integer> bySample = new HashMap<>();

  Labels(Snapshot snapshot) {
    var embedding = snapshot.embedding();
    for (int row = 0; row < embedding.size(); row++) {
      bySample.put(embedding.samples()[row], embedding.labels()[row]);
    }
    snapshot
        .training()
        .ifPresent(training -> {
          for (int row = 0; row < training.size(); row++) {
            bySample.put(training.samples()[row], training.labels()[row]);
          }
        });
    for (FocalWeight weight : snapshot.weights()) {
      bySample.put(weight.sample(), weight.label());
    }
  }

  /// The class of a sample; empty if the snapshot does not say.
  OptionalInt of(int sample) {
    Integer label = bySample.get(sample);
    return label == null ? OptionalInt.empty() : OptionalInt.of(label);
  }
}
