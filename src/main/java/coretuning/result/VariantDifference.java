package coretuning.result;

import java.util.Arrays;

/// How far a variant is from the reference in one column of a table, paired by seed.
///
/// @param variant title of the row
/// @param bySeed accuracy less that of the reference's run with the same seed, in percentage
///   points, in the order of seeds; empty while no pair is finished
/// @param mean of `bySeed`, percentage points; NaN while there is no pair
/// @param halfInterval half the width of the 95 % t-interval of the mean, percentage points; NaN
///   for fewer than two pairs
public record VariantDifference(String variant, double[] bySeed, double mean, double halfInterval) {
  public VariantDifference {
    bySeed = bySeed.clone();
  }

  @Override
  public double[] bySeed() {
    return bySeed.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VariantDifference that
        && variant.equals(that.variant)
        && Arrays.equals(bySeed, that.bySeed)
        && Double.compare(mean, that.mean) == 0
        && Double.compare(halfInterval, that.halfInterval) == 0;
  }

  @Override
  public int hashCode() {
    return variant.hashCode() * 31 + Arrays.hashCode(bySeed);
  }
}
