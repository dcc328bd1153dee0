package coretuning.analysis.map;

import coretuning.analysis.SymmetricEigen;
import coretuning.result.SphereView;

/// The rotation, possibly with a reflection, that lays one view of images on the sphere over
/// another of the same images with the least sum of squared distances (Schönemann 1966): with M =
/// sum of target times moving transposed, it is M (MᵀM)^(-1/2).
///
/// @param matrix `[3, 3]` orthogonal
public record SphereRotation(double[][] matrix) {
  private static final int AXES = 3;
  private static final double LEAST_SHARE = 1e-12;

  /// Finds the best rotation; points on one line only leave everything as it is.
  ///
  /// @param moving on the sphere
  /// @param target on the sphere, of as many points
  public static SphereRotation of(SphereView moving, SphereView target) {
    double[][] from = requireSphere(moving);
    double[][] to = requireSphere(target);
    if (from[0].length != to[0].length) {
      throw new IllegalArgumentException(
          "views to be aligned need the same images, got %d and %d points"
              .formatted(from[0].length, to[0].length));
    }
    var product = new double[AXES][AXES];
    var square = new double[AXES][AXES];
    for (int r = 0; r < AXES; r++) {
      for (int c = 0; c < AXES; c++) {
        product[r][c] = dot(to[r], from[c]);
      }
    }
    for (int r = 0; r < AXES; r++) {
      for (int c = 0; c < AXES; c++) {
        for (int k = 0; k < AXES; k++) {
          square[r][c] += product[k][r] * product[k][c];
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(square);
    double[] first = image(product, eigen, 0);
    double[] second = image(product, eigen, 1);
    if (first.length == 0 || second.length == 0) {
      return new SphereRotation(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }
    double[] third = image(product, eigen, 2);
    double[][] images = {first, second, third.length == 0 ? cross(first, second) : third};
    var matrix = new double[AXES][AXES];
    for (int r = 0; r < AXES; r++) {
      for (int c = 0; c < AXES; c++) {
        for (int k = 0; k < AXES; k++) {
          matrix[r][c] += images[k][r] * eigen.vectors()[k][c];
        }
      }
    }
    return new SphereRotation(matrix);
  }

  private static double[][] requireSphere(SphereView view) {
    if (view.coordinates().length != AXES) {
      throw new IllegalArgumentException("a circle cannot be turned in space");
    }
    return view.coordinates();
  }

  /// The unit vector that an eigenvector goes to; empty where the views do not say.
  private static double[] image(double[][] product, SymmetricEigen eigen, int index) {
    if (!(eigen.values()[index] > LEAST_SHARE * eigen.values()[0])) {
      return new double[0];
    }
    var image = new double[AXES];
    for (int r = 0; r < AXES; r++) {
      image[r] = dot(product[r], eigen.vectors()[index]);
    }
    double norm = Math.sqrt(dot(image, image));
    for (int r = 0; r < AXES; r++) {
      image[r] /= norm;
    }
    return image;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// The view turned.
  public SphereView apply(SphereView view) {
    double[][] points = requireSphere(view);
    var turned = new double[AXES][points[0].length];
    for (int i = 0; i < points[0].length; i++) {
      for (int r = 0; r < AXES; r++) {
        turned[r][i] =
            matrix[r][0] * points[0][i] + matrix[r][1] * points[1][i] + matrix[r][2] * points[2][i];
      }
    }
    return new SphereView(turned, view.explainedShare());
  }
}
