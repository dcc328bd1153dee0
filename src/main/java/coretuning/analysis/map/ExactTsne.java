package coretuning.analysis.map;

import coretuning.analysis.UnitRows;
import coretuning.result.Problem;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import smile.manifold.TSNE;
import smile.math.MathEx;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/// t-SNE (van der Maaten and Hinton 2008) of unit-length features by Smile: exact, O(N^2) in time
/// and memory (three N x N matrices of doubles; 1000 images: 24 MB, some seconds on two cores). The
/// reference that [Tsne] is checked against; nothing else uses it.
///
/// Smile 6.3 departs from the paper twice: it adds bits to nats when it looks for the Gaussians'
/// widths, so that the effective perplexity is below the asked one, and it counts every point as
/// its own neighbour in the normaliser of q. The tests of [Tsne] allow for both.
///
/// The same features, settings and seed give the same bytes on any number of processors. Smile
/// draws the first layout from a generator of the calling thread, which is seeded here, and adds up
/// in parallel streams whose order of addition depends on the size of the pool: the pool here has a
/// fixed size.
///
/// @param seed of the first layout
/// @param perplexity effective number of neighbours, at least 2; capped to (N - 1) / 3
/// @param iterations at most; at least 250, during which clusters are pulled together (early
///   exaggeration); Smile ends sooner once it makes no more progress
record ExactTsne(long seed, double perplexity, int iterations) {
  private static final double LEAST_PERPLEXITY = 2;
  private static final int EXAGGERATED_ITERATIONS = 250;
  private static final int STATUS_INTERVAL = 10;
  private static final double EARLY_EXAGGERATION = 12;
  private static final double LEARNING_RATE = 200;
  private static final int ITERATIONS_WITHOUT_PROGRESS = 50;
  private static final double TOLERANCE = 1e-7;
  private static final double MOMENTUM = 0.5;
  private static final double FINAL_MOMENTUM = 0.8;
  private static final double LEAST_GAIN = 0.01;

  /// Part of the result's definition: see the type's text.
  private static final int PARALLELISM = 4;

  ExactTsne {
    if (!(perplexity >= LEAST_PERPLEXITY) || iterations < EXAGGERATED_ITERATIONS) {
      throw new IllegalArgumentException(
          "perplexity must be at least 2 and iterations at least %d, got %s and %d"
              .formatted(EXAGGERATED_ITERATIONS, perplexity, iterations));
    }
  }

  /// Maps features to the plane.
  ///
  /// @param features `[N, D]` row-major, N at least 7
  /// @param dimension D
  /// @param control a stop ends after at most ten more iterations; the map is as far as it came
  /// @param progress gets the iterations done, every tenth, from a thread of the computation
  Projection project(float[] features, int dimension, RunControl control, IntConsumer progress) {
    UnitRows rows = UnitRows.of(features, dimension);
    if (rows.count() < Tsne.FEWEST_IMAGES) {
      throw new IllegalArgumentException(
          "t-SNE needs at least %d images, got %d".formatted(Tsne.FEWEST_IMAGES, rows.count()));
    }
    double used = Perplexity.capped(perplexity, rows.count());
    // A direct executor: statuses arrive on the computing thread, so a stop is seen at once.
    try (var pool = new ForkJoinPool(PARALLELISM);
        var controller = new IterativeAlgorithmController<AlgoStatus>(Runnable::run, 16)) {
      var watch = new Watch(control, controller, progress);
      controller.subscribe(watch);
      double[][] points = pool.submit(() -> fit(squaredDistances(rows), used, controller)).get();
      watch.rethrow();
      return new Projection(
          "t-SNE", seed, used, watch.asRun(iterations), column(points, 0), column(points, 1));
    } catch (ExecutionException failure) {
      throw new IllegalStateException("t-SNE failed", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Problem("the computation was interrupted", "t-SNE", "start it again", interrupted);
    }
  }

  private double[][] fit(
      double[][] distances, double used, IterativeAlgorithmController<AlgoStatus> controller) {
    MathEx.setSeed(seed);
    var options =
        new TSNE.Options(
            2,
            used,
            LEARNING_RATE,
            EARLY_EXAGGERATION,
            iterations,
            ITERATIONS_WITHOUT_PROGRESS,
            TOLERANCE,
            MOMENTUM,
            FINAL_MOMENTUM,
            Math.min(EXAGGERATED_ITERATIONS, iterations - 1),
            LEAST_GAIN,
            controller);
    return TSNE.fit(distances, options).coordinates();
  }

  /// Smile takes a square matrix for distances. Giving it distances always keeps N features of N
  /// images from being mistaken for them.
  private static double[][] squaredDistances(UnitRows rows) {
    int n = rows.count();
    var distances = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double distance = Math.max(0, 2 - 2 * rows.cosine(i, j));
        distances[i][j] = distance;
        distances[j][i] = distance;
      }
    }
    return distances;
  }

  private static double[] column(double[][] points, int index) {
    var column = new double[points.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = points[i][index];
    }
    return column;
  }

  /// Passes progress on and stops the computation. Runs on the one computing thread; its fields are
  /// read after that has ended.
  private static final class Watch implements Flow.Subscriber<AlgoStatus> {
    private final RunControl control;
    private final IterativeAlgorithmController<AlgoStatus> controller;
    private final IntConsumer progress;
    private int reported;
    private boolean stopped;
    private Optional<RuntimeException> failure = Optional.empty();

    Watch(
        RunControl control,
        IterativeAlgorithmController<AlgoStatus> controller,
        IntConsumer progress) {
      this.control = control;
      this.controller = controller;
      this.progress = progress;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(AlgoStatus status) {
      reported = status.iteration();
      try {
        progress.accept(reported);
        stopped = control.isStopRequested();
      } catch (RuntimeException broken) {
        failure = Optional.of(broken);
      }
      if (stopped || failure.isPresent()) {
        controller.stop();
      }
    }

    /// Iterations made. Smile reports every tenth, but not the tenth at which it finds no more
    /// progress.
    int asRun(int most) {
      if (stopped) {
        return reported;
      }
      return Math.min(most, reported + STATUS_INTERVAL);
    }

    /// Passes on what `progress` threw.
    void rethrow() {
      failure.ifPresent(broken -> {
        throw broken;
      });
    }

    @Override
    public void onError(Throwable unexpected) {
      throw new IllegalStateException("t-SNE's progress was lost", unexpected);
    }

    @Override
    public void onComplete() {}
  }
}
