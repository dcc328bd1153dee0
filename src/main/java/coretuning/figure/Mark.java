package coretuning.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// The form of a marker, so that points can be told apart without colour.
public enum Mark {
  DOT,
  RING,
  SQUARE,
  DIAMOND,
  TRIANGLE,
  TRIANGLE_DOWN,
  STAR,
  CROSS;

  /// Whether only the outline is drawn.
  boolean isOpen() {
    return this == RING || this == CROSS;
  }

  /// @param radius half the width, logical pixels
  Shape shape(double x, double y, double radius) {
    Shape unit =
        switch (this) {
          case DOT, RING -> new Ellipse2D.Double(-1, -1, 2, 2);
          case SQUARE -> polygon(4, 45, 1.2, 1.2);
          case DIAMOND -> polygon(4, 0, 1.2, 1.2);
          case TRIANGLE -> polygon(3, -90, 1.25, 1.25);
          case TRIANGLE_DOWN -> polygon(3, 90, 1.25, 1.25);
          case STAR -> polygon(10, -90, 1.4, 0.6);
          case CROSS -> cross();
        };
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(radius, radius);
    return place.createTransformedShape(unit);
  }

  private static Shape polygon(int corners, double firstDegrees, double even, double odd) {
    var path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(firstDegrees + i * 360.0 / corners);
      double radius = i % 2 == 0 ? even : odd;
      if (i == 0) {
        path.moveTo(radius * Math.cos(angle), radius * Math.sin(angle));
      } else {
        path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }

  private static Shape cross() {
    var path = new Path2D.Double();
    path.moveTo(-0.8, -0.8);
    path.lineTo(0.8, 0.8);
    path.moveTo(-0.8, 0.8);
    path.lineTo(0.8, -0.8);
    return path;
  }
}
