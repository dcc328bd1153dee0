package coretuning.report;

import java.util.Locale;

/// Sizes of files as people read them.
public final class ByteSize {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final double STEP = 1024;

  private ByteSize() {}

  /// E.g. `812 B`, `1.5 KiB`, `3.0 GiB`.
  ///
  /// @param bytes at least 0
  public static String text(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size must be at least 0 bytes, got " + bytes);
    }
    double value = bytes;
    int unit = 0;
    // 1023.96 would be written as 1024.0.
    while (value >= STEP - 0.05 && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
