package coretuning.analysis.map;

import coretuning.analysis.SymmetricEigen;
import coretuning.analysis.UnitRows;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The directions in which rows vary most: the first eigenvectors of their [Covariance], by
/// subspace iteration with Rayleigh-Ritz steps (Saad, Numerical Methods for Large Eigenvalue
/// Problems, chapter 5). Plain Java, the same bytes everywhere: the iteration starts from fixed
/// directions.
///
/// Of an axis and its opposite the one is taken whose largest component (the first of several) is
/// positive. Axes of equal variance may be any in their plane.
///
/// @param mean `[D]`
/// @param axes `[A][D]`, of unit length and at right angles; zeros where nothing varies
/// @param variances `[A]` along the axes, largest first, divided by N
/// @param totalVariance over all D directions
public record PrincipalComponents(
    double[] mean, double[][] axes, double[] variances, double totalVariance) {
  /// Directions iterated beside the wanted ones: the iteration converges as the ratio of the first
  /// variance left out to the last one wanted.
  private static final int SPARE = 10;

  private static final int ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-10;

  /// A direction that shrinks to this share of itself was but rounding.
  private static final double LEAST_SHARE = 1e-11;

  private static final long START = 20210718;

  /// Finds the first components.
  ///
  /// @param rows `[N, D]`, N at least 1
  /// @param count A, in [1, D]
  public static PrincipalComponents of(UnitRows rows, int count) {
    int dimension = rows.dimension();
    if (rows.count() == 0 || count < 1 || count > dimension) {
      throw new IllegalArgumentException(
          "components must lie in [1, %d] and rows number at least 1, got %d and %d"
              .formatted(dimension, count, rows.count()));
    }
    Covariance covariance = Covariance.of(rows);
    double[][] basis = random(Math.min(dimension, count + SPARE), dimension);
    orthonormalise(basis);
    var variances = new double[basis.length];
    for (int i = 0; i < ITERATIONS; i++) {
      double[][] image = multiply(covariance.matrix(), basis);
      SymmetricEigen ritz = SymmetricEigen.of(products(basis, image));
      double[][] axes = combine(ritz.vectors(), basis);
      double[][] axesImage = combine(ritz.vectors(), image);
      variances = ritz.values();
      if (residual(axes, axesImage, variances, count) <= TOLERANCE * variances[0]) {
        basis = axes;
        break;
      }
      basis = axesImage;
      orthonormalise(basis);
    }
    double[][] axes = Arrays.copyOf(basis, count);
    for (double[] axis : axes) {
      fixSign(axis);
    }
    return new PrincipalComponents(
        covariance.mean(), axes, Arrays.copyOf(variances, count), covariance.total());
  }

  private static double[][] random(int rows, int columns) {
    RandomGenerator random = new SplittableRandom(START);
    var matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, d -> random.nextGaussian());
    }
    return matrix;
  }

  /// Gram and Schmidt, twice because once leaves rounding; what depends on rows before becomes
  /// zero.
  private static void orthonormalise(double[][] rows) {
    for (int r = 0; r < rows.length; r++) {
      double before = Math.sqrt(dot(rows[r], rows[r]));
      for (int pass = 0; pass < 2; pass++) {
        for (int s = 0; s < r; s++) {
          add(rows[r], -dot(rows[r], rows[s]), rows[s]);
        }
      }
      double norm = Math.sqrt(dot(rows[r], rows[r]));
      double scale = norm > LEAST_SHARE * before ? 1 / norm : 0;
      for (int d = 0; d < rows[r].length; d++) {
        rows[r][d] *= scale;
      }
    }
  }

  private static double[][] multiply(double[][] symmetric, double[][] rows) {
    var product = new double[rows.length][symmetric.length];
    IntStream.range(0, symmetric.length)
        .parallel()
        .forEach(d -> {
          for (int r = 0; r < rows.length; r++) {
            product[r][d] = dot(symmetric[d], rows[r]);
          }
        });
    return product;
  }

  /// All dot products of rows of a with rows of b, made symmetric against rounding.
  private static double[][] products(double[][] a, double[][] b) {
    var products = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double product = (dot(a[i], b[j]) + dot(a[j], b[i])) / 2;
        products[i][j] = product;
        products[j][i] = product;
      }
    }
    return products;
  }

  private static double[][] combine(double[][] weights, double[][] rows) {
    var combined = new double[weights.length][rows[0].length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        add(combined[i], weights[i][j], rows[j]);
      }
    }
    return combined;
  }

  /// Largest |C v - variance v| of the wanted axes.
  private static double residual(
      double[][] axes, double[][] images, double[] variances, int count) {
    double largest = 0;
    for (int a = 0; a < count; a++) {
      double squares = 0;
      for (int d = 0; d < axes[a].length; d++) {
        double difference = images[a][d] - variances[a] * axes[a][d];
        squares += difference * difference;
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    return largest;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] row) {
    for (int d = 0; d < to.length; d++) {
      to[d] += factor * row[d];
    }
  }

  private static void fixSign(double[] axis) {
    double largest = 0;
    for (double value : axis) {
      if (Math.abs(value) > Math.abs(largest)) {
        largest = value;
      }
    }
    if (largest < 0) {
      for (int d = 0; d < axis.length; d++) {
        axis[d] = -axis[d];
      }
    }
  }

  /// Coordinates along the axes.
  ///
  /// @param rows `[N, D]`
  /// @return `[A][N]`, centred where the rows are those analysed
  public double[][] scores(UnitRows rows) {
    if (rows.dimension() != mean.length) {
      throw new IllegalArgumentException(
          "rows must have %d features, got %d".formatted(mean.length, rows.dimension()));
    }
    var scores = new double[axes.length][rows.count()];
    for (int i = 0; i < rows.count(); i++) {
      for (int a = 0; a < axes.length; a++) {
        double sum = 0;
        for (int d = 0; d < mean.length; d++) {
          sum += (rows.get(i, d) - mean[d]) * axes[a][d];
        }
        scores[a][i] = sum;
      }
    }
    return scores;
  }

  /// Share of the total variance that lies along the axes, in [0, 1]; NaN if nothing varies.
  public double explainedShare() {
    return Arrays.stream(variances).sum() / totalVariance;
  }

  /// The map along the first two components of unit-length features.
  ///
  /// @param features `[N, D]` row-major, N at least 1, D at least 2
  /// @param dimension D
  public static Projection project(float[] features, int dimension) {
    UnitRows rows = UnitRows.of(features, dimension);
    PrincipalComponents components = of(rows, 2);
    double[][] scores = components.scores(rows);
    var explained = new MapMeasure("explained share", components.explainedShare());
    return new Projection("PCA", 0, Double.NaN, 0, scores[0], scores[1], List.of(explained));
  }
}
