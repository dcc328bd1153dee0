package coretuning.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// From the numbers of a map to a drawing, both axes alike, everything in its middle.
final class EqualScale {
  private static final double MARGIN = 12;

  private final Box box;
  private final double factor;
  private final double middleX;
  private final double middleY;

  /// @param x all that is to be seen; values that are not finite do not count
  /// @param y likewise
  EqualScale(Box box, double[] x, double[] y) {
    this.box = box;
    double[] rangeX = range(x);
    double[] rangeY = range(y);
    double room =
        Math.min(
            (box.width() - 2 * MARGIN) / (rangeX[1] - rangeX[0]),
            (box.height() - 2 * MARGIN) / (rangeY[1] - rangeY[0]));
    factor = Double.isFinite(room) ? Math.max(0, room) : 1;
    middleX = (rangeX[0] + rangeX[1]) / 2;
    middleY = (rangeY[0] + rangeY[1]) / 2;
  }

  private static double[] range(double[] values) {
    DoubleStream finite = Arrays.stream(values).filter(Double::isFinite);
    var range = finite.summaryStatistics();
    return new double[] {range.getMin(), range.getMax()};
  }

  double x(double value) {
    return box.centerX() + (value - middleX) * factor;
  }

  double y(double value) {
    return box.centerY() - (value - middleY) * factor;
  }
}
