package coretuning.analysis.map;

import coretuning.analysis.UnitRows;
import java.util.random.RandomGenerator;

/// Makes the first layout of a t-SNE map.
final class StartLayout {
  /// Standard deviation of a small start along its wider axis (van der Maaten and Hinton 2008).
  private static final double SMALL = 1e-4;

  /// Standard deviation of the noise that parts points at one place: two such points would feel the
  /// same forces for ever.
  private static final double NOISE = 1e-2 * SMALL;

  private StartLayout() {}

  /// The places of the points before the first step.
  ///
  /// @return `[N, 2]`
  static double[] of(TsneStart start, UnitRows rows, RandomGenerator random) {
    int n = rows.count();
    return switch (start) {
      case TsneStart.Cloud ignored -> noisy(new double[2 * n], SMALL, random);
      case TsneStart.Principal ignored -> noisy(scaled(principal(rows)), NOISE, random);
      case TsneStart.Arrangement map ->
          noisy(scaled(interleaved(map.x(), map.y(), n)), NOISE, random);
      case TsneStart.Continuation map -> noisy(interleaved(map.x(), map.y(), n), NOISE, random);
    };
  }

  private static double[] principal(UnitRows rows) {
    int axes = Math.min(2, rows.dimension());
    double[][] scores = PrincipalComponents.of(rows, axes).scores(rows);
    return interleaved(scores[0], axes == 2 ? scores[1] : new double[rows.count()], rows.count());
  }

  private static double[] interleaved(double[] x, double[] y, int n) {
    if (x.length != n) {
      throw new IllegalArgumentException(
          "a start of %d points does not fit %d images".formatted(x.length, n));
    }
    var layout = new double[2 * n];
    for (int i = 0; i < n; i++) {
      layout[2 * i] = x[i];
      layout[2 * i + 1] = y[i];
    }
    return layout;
  }

  private static double[] scaled(double[] layout) {
    double deviation = Math.max(deviation(layout, 0), deviation(layout, 1));
    double factor = deviation > 0 ? SMALL / deviation : 0;
    for (int c = 0; c < layout.length; c++) {
      layout[c] *= factor;
    }
    return layout;
  }

  private static double deviation(double[] layout, int offset) {
    int n = layout.length / 2;
    double sum = 0;
    for (int c = offset; c < layout.length; c += 2) {
      sum += layout[c];
    }
    double squares = 0;
    for (int c = offset; c < layout.length; c += 2) {
      squares += (layout[c] - sum / n) * (layout[c] - sum / n);
    }
    return Math.sqrt(squares / n);
  }

  private static double[] noisy(double[] layout, double deviation, RandomGenerator random) {
    for (int c = 0; c < layout.length; c++) {
      layout[c] += deviation * random.nextGaussian();
    }
    return layout;
  }
}
