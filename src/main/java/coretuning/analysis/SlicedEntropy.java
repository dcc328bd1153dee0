package coretuning.analysis;

import coretuning.result.Problem;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Estimates of H(Z) and H(Z|Y), the two entropies of Core-tuning's Theorem 1, on unit-length
/// features z: the mean over many directions u of the differential entropy of the one-dimensional
/// slice u . z, in nats.
///
/// ```text
/// h(x)   = psi(N) - psi(k) + log 2 + (1/N) sum_i log r_i      r_i: distance to the k-th neighbour
/// H(Z)   = mean over u of h(u . z)
/// H(Z|Y) = mean over u of sum_c (n_c / n) h(u . z of class c)
/// ```
///
/// h is the k-nearest-neighbour estimator of Kozachenko and Leonenko (1987) in one dimension. The
/// mean over directions is what sliced mutual information is made of (Goldfeld and Greenewald
/// 2021): H(Z) - H(Z|Y) estimates it, lies between 0 and H(Y) up to the error of estimation, and is
/// a lower bound of the mutual information of features and classes.
///
/// Why slices: among N points of hundreds of dimensions the nearest neighbour is about as far as
/// any other, and an estimate in the full space multiplies the logarithm of that distance by the
/// dimension. Its level says nothing, its bias depends on N, and N differs between one class and
/// all. In one dimension a hundred points suffice, and the error does not grow with the dimension.
///
/// What it can and cannot say:
///
/// - A slice is not the whole: classes that lie apart in the full space may overlap in most slices.
///   The numbers rise and fall with the spread that T and R speak of, on another road than theirs;
///   they are no entropies of the full space.
/// - The level falls with the feature size D: of features spread evenly over the sphere a slice has
///   variance 1/D. Compare epochs and methods of one architecture and one set of images.
/// - A slice of n Gaussian points has a standard error near 1 / sqrt(n) nats, less in the mean over
///   slices; the bias, below 0 where a density ends abruptly, is of order k / n. Classes of about
///   20 images and fewer tell little; those of at most k images are left out.
/// - k = 3: a smaller k has more variance, a greater one more bias; duplicates of an image, up to
///   two, do no harm. More points than k in one place have an entropy of minus infinity, and so has
///   the mean.
/// - The directions are drawn once for all and depend on D alone, so epochs and methods are
///   measured along the very same ones. A rotation of the features changes the value only by the
///   error of the mean over the directions; reflection of the whole space not at all.
public final class SlicedEntropy {
  /// k.
  public static final int NEIGHBOURS = 3;

  /// Number of directions.
  public static final int DIRECTIONS = 256;

  private static final long DIRECTION_SEED = 20_210_602;

  private SlicedEntropy() {}

  /// H(Z|Y) and H(Z), nats.
  ///
  /// @param conditional mean over classes of more than k features, weighted by their numbers; NaN
  ///   if there is none
  /// @param marginal NaN for at most k features
  public record Estimate(double conditional, double marginal) {}

  /// Estimates both.
  ///
  /// @param features `[N, D]` row-major, N at least 1
  /// @param dimension D
  /// @param labels `[N]` in [0, K)
  /// @param classes K
  /// @throws Problem if a feature is not finite
  public static Estimate of(float[] features, int dimension, int[] labels, int classes) {
    UnitRows rows = UnitRows.of(features, dimension);
    Labels.require(labels, rows.count(), classes);
    double[][] directions = directions(dimension, new SplittableRandom(DIRECTION_SEED));
    var each = new Estimate[directions.length];
    IntStream.range(0, each.length)
        .parallel()
        .forEach(u -> each[u] = alongDirection(rows, directions[u], labels, classes));
    return new Estimate(
        Arrays.stream(each).mapToDouble(Estimate::conditional).average().orElseThrow(),
        Arrays.stream(each).mapToDouble(Estimate::marginal).average().orElseThrow());
  }

  /// Unit vectors, uniform on the sphere.
  private static double[][] directions(int dimension, RandomGenerator random) {
    var directions = new double[DIRECTIONS][dimension];
    for (double[] direction : directions) {
      double squares = 0;
      for (int d = 0; d < dimension; d++) {
        direction[d] = random.nextGaussian();
        squares += direction[d] * direction[d];
      }
      for (int d = 0; d < dimension; d++) {
        direction[d] /= Math.sqrt(squares);
      }
    }
    return directions;
  }

  private static Estimate alongDirection(
      UnitRows rows, double[] direction, int[] labels, int classes) {
    double[] slice = slice(rows, direction);
    double sum = 0;
    int counted = 0;
    for (int label = 0; label < classes; label++) {
      double[] part = part(slice, labels, label);
      if (part.length > NEIGHBOURS) {
        sum += part.length * entropy(part, NEIGHBOURS);
        counted += part.length;
      }
    }
    double marginal = slice.length > NEIGHBOURS ? entropy(slice, NEIGHBOURS) : Double.NaN;
    return new Estimate(sum / counted, marginal);
  }

  private static double[] slice(UnitRows rows, double[] direction) {
    var slice = new double[rows.count()];
    for (int i = 0; i < slice.length; i++) {
      double sum = 0;
      for (int d = 0; d < direction.length; d++) {
        sum += rows.get(i, d) * direction[d];
      }
      slice[i] = sum;
    }
    return slice;
  }

  private static double[] part(double[] slice, int[] labels, int label) {
    return IntStream.range(0, slice.length)
        .filter(i -> labels[i] == label)
        .mapToDouble(i -> slice[i])
        .toArray();
  }

  /// The Kozachenko-Leonenko estimate of the differential entropy of numbers, nats.
  ///
  /// @param values in any order, more than k
  /// @param k which neighbour counts, at least 1
  static double entropy(double[] values, int k) {
    int n = values.length;
    if (k < 1 || n <= k) {
      throw new IllegalArgumentException(
          "an entropy by neighbour %d needs more values than that, got %d".formatted(k, n));
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double logarithms = 0;
    for (int i = 0; i < n; i++) {
      logarithms += Math.log(distance(sorted, i, k));
    }
    return digammaDifference(n, k) + Math.log(2) + logarithms / n;
  }

  /// Distance to the k-th nearest other value: of the windows of k + 1 sorted values that hold the
  /// value, the one whose farther end is nearest.
  private static double distance(double[] sorted, int index, int k) {
    double least = Double.POSITIVE_INFINITY;
    int first = Math.max(0, index - k);
    for (int start = first; start <= index && start + k < sorted.length; start++) {
      double reach = Math.max(sorted[index] - sorted[start], sorted[start + k] - sorted[index]);
      least = Math.min(least, reach);
    }
    return least;
  }

  /// psi(n) - psi(k) of whole numbers, k at least 1: the sum of 1 / j from k to n - 1.
  private static double digammaDifference(int n, int k) {
    double sum = 0;
    for (int j = k; j < n; j++) {
      sum += 1.0 / j;
    }
    return sum;
  }
}
