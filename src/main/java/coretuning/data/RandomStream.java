package coretuning.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random streams named by numbers: the same seed and keys give the same stream on every machine,
/// in whatever order and on whatever thread streams are asked for.
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private RandomStream() {}

  /// The stream of `keys` (purpose, epoch, sample ...) below `seed`.
  ///
  /// Seed and keys are hashed one after another, so that neighbouring seeds and keys give unrelated
  /// streams. [SplittableRandom] follows because making one costs nanoseconds: every augmented view
  /// of every image has its own.
  public static RandomGenerator of(long seed, long... keys) {
    long state = mixed(seed);
    for (long key : keys) {
      state = mixed(state ^ key);
    }
    return new SplittableRandom(state);
  }

  /// Puts `values` into a random order (Fisher and Yates).
  public static void shuffle(int[] values, RandomGenerator random) {
    for (int last = values.length - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int kept = values[last];
      values[last] = values[chosen];
      values[chosen] = kept;
    }
  }

  /// The 64-bit finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit moves every
  /// output bit.
  private static long mixed(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
