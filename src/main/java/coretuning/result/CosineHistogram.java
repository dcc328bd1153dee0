package coretuning.result;

import java.util.Arrays;

/// How many cosines fell where: equal bins over [-1, 1], the same in every run and epoch, so that
/// histograms can be added and compared.
///
/// @param counts `[40]` of the bins from -1 to 1; a cosine on an edge belongs to the bin above, 1
///   to the last
public record CosineHistogram(long[] counts) {
  /// Number of bins.
  public static final int BINS = 40;

  public CosineHistogram {
    if (counts.length != BINS) {
      throw new IllegalArgumentException(
          "a histogram of cosines has %d bins, got %d".formatted(BINS, counts.length));
    }
  }

  /// No cosines yet.
  public static CosineHistogram empty() {
    return new CosineHistogram(new long[BINS]);
  }

  /// Counts one more cosine. What rounding put outside of [-1, 1] goes to the nearest bin.
  ///
  /// @param cosine not NaN
  public void add(double cosine) {
    if (Double.isNaN(cosine)) {
      throw new IllegalArgumentException("a cosine must be a number, got NaN");
    }
    counts[Math.clamp((long) Math.floor((cosine + 1) / 2 * BINS), 0, BINS - 1)]++;
  }

  /// Adds the counts of another histogram to these.
  public void add(CosineHistogram other) {
    Arrays.setAll(counts, bin -> counts[bin] + other.counts[bin]);
  }

  /// Lower edge of a bin; that of bin 40 is 1.
  public static double edge(int bin) {
    return -1 + 2.0 * bin / BINS;
  }

  /// Number of cosines.
  public long total() {
    return Arrays.stream(counts).sum();
  }
}
