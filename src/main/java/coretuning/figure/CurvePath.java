package coretuning.figure;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// The drawn form of one series: lines between neighbours that can be shown, and what cannot.
///
/// Where many values fall into one pixel column only the first, least, greatest and last are kept:
/// the picture stays the same, and a million steps draw as fast as a thousand.
final class CurvePath {
  /// Marks of a long gap are drawn this far apart, so that they stay marks.
  private static final double GAP_DISTANCE = 12;

  private final Path2D.Double path = new Path2D.Double();
  private final List<double[]> lonePoints = new ArrayList<>();
  private final List<double[]> gaps = new ArrayList<>();

  private int column = Integer.MIN_VALUE;
  private double columnX;
  private double least;
  private double greatest;
  private double last;
  private int run;

  CurvePath(Series series, Frame frame, Axis yAxis) {
    double bottom = frame.plot().bottom();
    for (int i = 0; i < series.x().length; i++) {
      double x = frame.x(series.x()[i]);
      if (yAxis.canShow(series.y()[i])) {
        add(x, frame.y(series.y()[i]));
      } else {
        endRun();
        if (gaps.isEmpty() || x - gaps.getLast()[0] >= GAP_DISTANCE) {
          gaps.add(new double[] {x, bottom});
        }
      }
    }
    endRun();
  }

  private void add(double x, double y) {
    int pixel = (int) Math.floor(x * 2);
    if (run > 0 && pixel == column) {
      least = Math.min(least, y);
      greatest = Math.max(greatest, y);
      last = y;
    } else {
      flushColumn();
      if (run == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
      column = pixel;
      least = y;
      greatest = y;
      last = y;
    }
    columnX = x;
    run++;
  }

  private void flushColumn() {
    if (run > 0 && least != greatest) {
      path.lineTo(columnX, least);
      path.lineTo(columnX, greatest);
      path.lineTo(columnX, last);
    }
  }

  private void endRun() {
    flushColumn();
    if (run == 1) {
      lonePoints.add(new double[] {columnX, last});
    }
    run = 0;
    column = Integer.MIN_VALUE;
  }

  Path2D lines() {
    return path;
  }

  /// Values without a neighbour to draw a line to, as (x, y).
  List<double[]> lonePoints() {
    return lonePoints;
  }

  /// Where a value cannot be shown, as (x, y) on the base line.
  List<double[]> gaps() {
    return gaps;
  }
}
