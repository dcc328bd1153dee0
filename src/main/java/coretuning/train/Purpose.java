package coretuning.train;

/// What random numbers are drawn for: one stream each below the run's seed, so that changing one
/// use leaves the others as they were. Order and augmentation have streams of their own in the
/// loader.
public enum Purpose {
  /// Fresh weights of the backbone.
  BACKBONE(1000),
  /// Fresh weights of the classifier: the same for every method.
  CLASSIFIER(1001),
  /// Fresh weights of a method's own heads.
  METHOD_HEADS(1002),
  /// Mixing factors and random negatives, by step.
  MIXING(1003),
  /// Groups of keys in momentum contrast, by step.
  KEY_GROUPS(1004),
  /// Which test images are recorded.
  RECORDED_SAMPLES(1005),
  /// What a method draws before an epoch, by epoch.
  EPOCH_START(1006),
  /// Images held out and order of the linear probe.
  LINEAR_PROBE(1007),
  /// Which queries of pre-training are looked at, their views, and their synthetic negatives.
  QUERY_LOOK(1008);

  // Far from the small numbers that data and loader use as keys of their streams. Changing one
  // changes the numbers of every run.
  private final long key;

  Purpose(long key) {
    this.key = key;
  }

  /// Key of the stream.
  public long key() {
    return key;
  }
}
