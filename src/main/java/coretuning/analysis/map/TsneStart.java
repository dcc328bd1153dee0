package coretuning.analysis.map;

import java.util.Arrays;

/// Where the points of a t-SNE map start from.
public sealed interface TsneStart {
  /// The plane of the two largest principal components: keeps large-scale order and hardly depends
  /// on the seed (Kobak and Linderman 2021).
  record Principal() implements TsneStart {}

  /// A Gaussian cloud drawn with the seed, as in the first t-SNE programs.
  record Cloud() implements TsneStart {}

  /// Another map's arrangement, shrunk to the usual small start: points find their places anew, but
  /// on the side of the map where they were.
  ///
  /// @param x `[N]`, finite
  /// @param y `[N]`, finite
  record Arrangement(double[] x, double[] y) implements TsneStart {
    public Arrangement {
      requireFinite(x, y);
    }
  }

  /// Another map as it is, without early exaggeration: points move no farther than the new features
  /// make them. For the next epoch of the same images.
  ///
  /// @param x `[N]`, finite
  /// @param y `[N]`, finite
  record Continuation(double[] x, double[] y) implements TsneStart {
    public Continuation {
      requireFinite(x, y);
    }
  }

  private static void requireFinite(double[] x, double[] y) {
    if (x.length != y.length
        || !Arrays.stream(x).allMatch(Double::isFinite)
        || !Arrays.stream(y).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a start needs as many finite x as y, got %d and %d".formatted(x.length, y.length));
    }
  }
}
