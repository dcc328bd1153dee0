package coretuning.report;

/// Student's t distribution with a whole number of degrees of freedom.
final class StudentT {
  private static final int BISECTIONS = 200;

  private StudentT() {}

  /// The t for which P(|T| <= t) = confidence, by bisection of [#within].
  ///
  /// @param confidence in (0, 1), e.g. 0.95
  /// @param freedom degrees of freedom, at least 1
  static double quantile(double confidence, int freedom) {
    if (!(confidence > 0 && confidence < 1) || freedom < 1) {
      throw new IllegalArgumentException(
          "confidence must lie in (0, 1) and freedom be at least 1, got %s and %d"
              .formatted(confidence, freedom));
    }
    double low = 0;
    double high = 1;
    while (within(high, freedom) < confidence) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS && low < high; i++) {
      double middle = (low + high) / 2;
      if (within(middle, freedom) < confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// P(|T| <= t), exactly: for whole degrees of freedom f the integral is a finite series in cos^2
  /// a with a = atan(t / sqrt f) (Abramowitz and Stegun, 26.7.3 and 26.7.4).
  static double within(double t, int freedom) {
    double angle = Math.atan(t / Math.sqrt(freedom));
    double cosine = Math.cos(angle);
    boolean odd = freedom % 2 == 1;
    double term = odd ? cosine : 1;
    double series = 0;
    for (int k = odd ? 3 : 2; k <= freedom; k += 2) {
      series += term;
      term *= cosine * cosine * (k - 1) / k;
    }
    double part = Math.sin(angle) * series;
    return odd ? 2 / Math.PI * (angle + part) : part;
  }
}
