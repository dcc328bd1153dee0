package coretuning.transform;

/// How samples are put into batches.
///
/// @param batchSize samples of a batch, at least 1
/// @param views augmented views of each sample, at least 1
/// @param shuffled whether each epoch has its own random order; else ids come in theirs
/// @param dropLast whether an incomplete last batch is left out; a lone batch never is
/// @param seed of order and augmentation
/// @param workers threads that prepare batches, at least 1; has no influence on their content
public record BatchPlan(
    int batchSize, int views, boolean shuffled, boolean dropLast, long seed, int workers) {

  public BatchPlan {
    requirePositive("batch size", batchSize);
    requirePositive("views", views);
    requirePositive("workers", workers);
  }

  /// Random order, complete batches only.
  public static BatchPlan training(int batchSize, int views, long seed, int workers) {
    return new BatchPlan(batchSize, views, true, true, seed, workers);
  }

  /// Every sample once, in the order of the ids.
  public static BatchPlan evaluation(int batchSize, int workers) {
    return new BatchPlan(batchSize, 1, false, false, 0, workers);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s must be at least 1, got %d".formatted(name, value));
    }
  }
}
