package coretuning.train;

/// Where a run stands: what comes next.
///
/// @param epoch of the next batch, counted from 0
/// @param batch of that epoch, counted from 0
/// @param step batches done over the whole run
public record Position(int epoch, int batch, long step) {
  /// Before the first batch.
  public static final Position START = new Position(0, 0, 0);

  Position afterBatches(int count) {
    return new Position(epoch, batch + count, step + count);
  }

  Position afterEpoch() {
    return new Position(epoch + 1, 0, step);
  }
}
