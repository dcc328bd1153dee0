package coretuning.job;

import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.train.Purpose;
import java.util.Arrays;

/// The training images that probes learn from: a capped number drawn by the seed.
final class ProbeBank {
  /// Enough for a probe that is cheap beside an epoch; a larger bank changes its figures little.
  static final int STANDARD = 10_000;

  private ProbeBank() {}

  /// The split with no more training images than `most`.
  static Split of(Split split, int most, long seed) {
    int[] bank = split.train().clone();
    RandomStream.shuffle(bank, RandomStream.of(seed, Purpose.RECORDED_SAMPLES.key(), 1));
    return new Split(
        Arrays.copyOf(bank, Math.min(bank.length, most)), split.validation(), split.test());
  }
}
