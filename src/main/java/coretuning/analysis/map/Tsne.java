package coretuning.analysis.map;

import coretuning.analysis.NeighbourSearch;
import coretuning.analysis.UnitRows;
import coretuning.result.Layout;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.List;
import java.util.SplittableRandom;

/// Barnes-Hut t-SNE (van der Maaten 2014) of unit-length features: O(N log N) an iteration, after
/// an exact search for 3 x perplexity neighbours of every point.
///
/// Settings are those of the usual tools: early exaggeration 12 for 250 iterations, momentum 0.5
/// and then 0.8, theta 0.5, learning rate N / 12 (Belkina et al. 2019) and after the exaggeration N
/// (as in openTSNE): that left a divergence up to 6 % lower than N / 12 throughout at 1000 points.
/// The same features, settings and seed give the same bytes on any number of threads of the pool
/// that calls.
///
/// @param seed of the first layout's chance
/// @param perplexity effective number of neighbours, at least 2; capped to (N - 1) / 3
/// @param iterations at least 1; the first 250 pull clusters together (early exaggeration)
/// @param start of the points
public record Tsne(long seed, double perplexity, int iterations, TsneStart start) {
  /// Perplexity of the usual tools.
  public static final double DEFAULT_PERPLEXITY = 30;

  /// Iterations of the usual tools.
  public static final int DEFAULT_ITERATIONS = 1000;

  /// Fewest images: below, no perplexity of 2 fits.
  public static final int FEWEST_IMAGES = 7;

  private static final double LEAST_PERPLEXITY = 2;
  private static final double NEIGHBOURS_PER_PERPLEXITY = 3;
  private static final double THETA = 0.5;
  private static final double EARLY_EXAGGERATION = 12;
  private static final int EXAGGERATED_ITERATIONS = 250;
  private static final double MOMENTUM = 0.5;
  private static final double FINAL_MOMENTUM = 0.8;
  private static final int PROGRESS_INTERVAL = 10;
  private static final int LAYOUT_INTERVAL = 20;

  public Tsne {
    if (!(perplexity >= LEAST_PERPLEXITY) || iterations < 1) {
      throw new IllegalArgumentException(
          "perplexity must be at least 2 and iterations at least 1, got %s and %d"
              .formatted(perplexity, iterations));
    }
  }

  /// Perplexity 30, 1000 iterations, from the principal components.
  public static Tsne withSeed(long seed) {
    return new Tsne(seed, DEFAULT_PERPLEXITY, DEFAULT_ITERATIONS, new TsneStart.Principal());
  }

  /// The same from another start.
  public Tsne from(TsneStart newStart) {
    return new Tsne(seed, perplexity, iterations, newStart);
  }

  /// Maps features to the plane.
  ///
  /// @param features `[N, D]` row-major, N at least 7
  /// @param dimension D
  /// @param control a stop ends after the iteration in hand; the map is as far as it came
  /// @param listener is told on the calling thread
  /// @return the map, with its divergence among the measures; of one stopped before the first
  ///   iteration, the start
  public Projection project(
      float[] features, int dimension, RunControl control, TsneListener listener) {
    UnitRows rows = UnitRows.of(features, dimension);
    int n = rows.count();
    if (n < FEWEST_IMAGES) {
      throw new IllegalArgumentException(
          "t-SNE needs at least %d images, got %d".formatted(FEWEST_IMAGES, n));
    }
    double used = Perplexity.capped(perplexity, n);
    double[] y = StartLayout.of(start, rows, new SplittableRandom(seed));
    int neighbours = Math.min(n - 1, (int) (NEIGHBOURS_PER_PERPLEXITY * used));
    return new NeighbourSearch(rows)
        .all(neighbours, control::isStopRequested)
        .map(table -> descend(Affinities.of(table, used), used, y, control, listener))
        .orElseGet(() -> projection(used, 0, y, List.of()));
  }

  private Projection descend(
      Affinities affinities, double used, double[] y, RunControl control, TsneListener listener) {
    int n = affinities.size();
    var objective = new TsneObjective(affinities, THETA);
    var descent = new TsneDescent(n);
    var gradient = new double[2 * n];
    int exaggerated = start instanceof TsneStart.Continuation ? 0 : EXAGGERATED_ITERATIONS;
    int done = 0;
    while (done < iterations && control.awaitGo()) {
      boolean early = done < exaggerated;
      double exaggeration = early ? EARLY_EXAGGERATION : 1;
      objective.gradient(y, exaggeration, gradient);
      descent.step(y, gradient, learningRate(n, exaggeration), early ? MOMENTUM : FINAL_MOMENTUM);
      done++;
      if (done % PROGRESS_INTERVAL == 0) {
        listener.progressed(done);
      }
      if (done % LAYOUT_INTERVAL == 0) {
        listener.moved(new Layout(done, column(y, 0), column(y, 1)));
      }
    }
    var divergence = new MapMeasure("KL divergence", objective.divergence(y));
    return projection(used, done, y, List.of(divergence));
  }

  /// N / exaggeration in the convention of the usual tools, which leave out the gradient's factor
  /// 4. Attraction then moves a point by at most its distance to its neighbours, at any N.
  private static double learningRate(int n, double exaggeration) {
    return n / exaggeration / 4;
  }

  private Projection projection(double used, int done, double[] y, List<MapMeasure> measures) {
    return new Projection("t-SNE", seed, used, done, column(y, 0), column(y, 1), measures);
  }

  private static double[] column(double[] y, int offset) {
    var column = new double[y.length / 2];
    for (int i = 0; i < column.length; i++) {
      column[i] = y[2 * i + offset];
    }
    return column;
  }
}
