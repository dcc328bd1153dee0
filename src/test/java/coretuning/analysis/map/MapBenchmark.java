package coretuning.analysis.map;

import coretuning.analysis.NeighbourSearch;
import coretuning.analysis.UnitRows;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Times of the maps at 128 features, perplexity 30 and 1000 iterations; for each size the whole
/// t-SNE map, the part of it that searches neighbours, principal components and the map's
/// reliability, and up to 2,000 points Smile's exact t-SNE. One command, sizes as you like:
///
/// ```
/// mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///   -Dexec.args="-Xmx3g -cp %classpath coretuning.analysis.map.MapBenchmark 2000 10000 60000"
/// ```
final class MapBenchmark {
  private static final int DIMENSION = 128;
  private static final int MOST_EXACT = 2000;

  private MapBenchmark() {}

  public static void main(String[] arguments) {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(2000, 10_000)
            : Arrays.stream(arguments).map(Integer::valueOf).toList();
    System.out.printf(
        "%d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    for (int n : sizes) {
      float[] features = Clouds.classes(n, DIMENSION, 20, 1);
      UnitRows rows = UnitRows.of(features, DIMENSION);
      timed(n, "neighbours", () -> new NeighbourSearch(rows).all(90, () -> false));
      timed(n, "principal components", () -> PrincipalComponents.of(rows, 2));
      measure(n, "t-SNE", features, () -> project(features));
      if (n <= MOST_EXACT) {
        measure(
            n,
            "t-SNE of Smile",
            features,
            () ->
                new ExactTsne(1, 30, 1000)
                    .project(features, DIMENSION, new RunControl(), done -> {}));
      }
    }
  }

  private static Projection project(float[] features) {
    return Tsne.withSeed(1).project(features, DIMENSION, new RunControl(), done -> {});
  }

  private static void measure(int n, String name, float[] features, Supplier<Projection> method) {
    Projection map = timed(n, name, method);
    MapReliability reliability =
        timed(
            n,
            "reliability",
            () -> MapReliability.of(features, DIMENSION, map.x(), map.y(), 10, 1));
    System.out.printf(
        Locale.ROOT,
        "%7d  %-22s %d iterations, trustworthiness %.4f, continuity %.4f, neighbours kept %.4f %s%n",
        n,
        name,
        map.iterations(),
        reliability.trustworthiness(),
        reliability.continuity(),
        reliability.overlap(),
        map.measures());
  }

  private static <T> T timed(int n, String name, Supplier<T> task) {
    long start = System.nanoTime();
    T result = task.get();
    System.out.printf(
        Locale.ROOT, "%7d  %-22s %8.2f s%n", n, name, (System.nanoTime() - start) / 1e9);
    return result;
  }
}
