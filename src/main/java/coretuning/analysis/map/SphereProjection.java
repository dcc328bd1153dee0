package coretuning.analysis.map;

import coretuning.analysis.UnitRows;
import coretuning.result.SphereView;

/// Features on the unit circle or sphere (the view of Wang and Isola 2020, Fig 3): those of two or
/// three dimensions as they are, scaled to unit length; others by their first two or three
/// principal components, scaled to unit length, which shows the direction from the mean and hides
/// how far a point lies from the plane.
public final class SphereProjection {
  private SphereProjection() {}

  /// On the circle.
  ///
  /// @param features `[N, D]` row-major, N at least 1, D at least 2
  /// @param dimension D
  public static SphereView circle(float[] features, int dimension) {
    return project(features, dimension, 2);
  }

  /// On the sphere.
  ///
  /// @param features `[N, D]` row-major, N at least 1, D at least 3
  /// @param dimension D
  public static SphereView sphere(float[] features, int dimension) {
    return project(features, dimension, 3);
  }

  private static SphereView project(float[] features, int dimension, int axes) {
    if (dimension < axes) {
      throw new IllegalArgumentException(
          "%d coordinates need at least as many features, got %d".formatted(axes, dimension));
    }
    UnitRows rows = UnitRows.of(features, dimension);
    if (dimension == axes) {
      return new SphereView(normalised(columns(rows)), 1);
    }
    PrincipalComponents components = PrincipalComponents.of(rows, axes);
    return new SphereView(normalised(components.scores(rows)), components.explainedShare());
  }

  private static double[][] columns(UnitRows rows) {
    var columns = new double[rows.dimension()][rows.count()];
    for (int i = 0; i < rows.count(); i++) {
      for (int d = 0; d < columns.length; d++) {
        columns[d][i] = rows.get(i, d);
      }
    }
    return columns;
  }

  /// Scales each point to length 1; one at the origin stays there.
  private static double[][] normalised(double[][] coordinates) {
    for (int i = 0; i < coordinates[0].length; i++) {
      double squares = 0;
      for (double[] axis : coordinates) {
        squares += axis[i] * axis[i];
      }
      if (squares > 0) {
        double norm = Math.sqrt(squares);
        for (double[] axis : coordinates) {
          axis[i] /= norm;
        }
      }
    }
    return coordinates;
  }
}
