package coretuning.result;

import java.util.List;

/// A two-dimensional map of an embedding; rows follow the embedding's.
///
/// @param method e.g. `t-SNE`
/// @param seed of the initial layout; 0 for a method without chance
/// @param perplexity effective number of neighbours, as used (after capping to the sample count);
///   NaN for a method without neighbours
/// @param iterations as run; 0 for a method that needs none
/// @param x `[N]`
/// @param y `[N]`
/// @param measures how well the map shows the original space, as far as that was measured
public record Projection(
    String method,
    long seed,
    double perplexity,
    int iterations,
    double[] x,
    double[] y,
    List<MapMeasure> measures) {

  public Projection {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "a map needs as many x as y, got %d and %d".formatted(x.length, y.length));
    }
    measures = List.copyOf(measures);
  }

  /// A map of which nothing was measured.
  public Projection(
      String method, long seed, double perplexity, int iterations, double[] x, double[] y) {
    this(method, seed, perplexity, iterations, x, y, List.of());
  }

  /// The same map with these measures in place of its own.
  public Projection withMeasures(List<MapMeasure> newMeasures) {
    return new Projection(method, seed, perplexity, iterations, x, y, newMeasures);
  }
}
