package coretuning.figure;

import coretuning.figure.MixMapFigure.Place;
import coretuning.figure.MixMapFigure.Spot;
import coretuning.result.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/// What the pair laboratory draws.
final class LaboratoryExamples {
  private LaboratoryExamples() {}

  static MixMapFigure mixMap() {
    Projection map = Examples.map(600, 10);
    int[] labels = IntStream.range(0, 600).map(i -> i % 10).toArray();
    return new MixMapFigure(
        "Core-tuning, epoch 200",
        "mixes: estimated from their 10 nearest recorded images",
        map,
        labels,
        List.of(
            spot("anchor", map, 0, Mark.SQUARE),
            spot("hardest positive", map, 10, Mark.TRIANGLE),
            spot("hardest negative", map, 21, Mark.TRIANGLE_DOWN),
            spot("random negative", map, 33, Mark.DIAMOND),
            new Spot("z+", between(map, 10, 21, 0.4), -1, Mark.STAR),
            new Spot("z−", between(map, 33, 0, 0.8), -1, Mark.DOT)),
        List.of(way(map, 10, 21), way(map, 33, 0)));
  }

  private static Spot spot(String name, Projection map, int row, Mark mark) {
    return new Spot(name, new Place(map.x()[row], map.y()[row]), row % 10, mark);
  }

  private static Place between(Projection map, int first, int second, double share) {
    return new Place(
        share * map.x()[first] + (1 - share) * map.x()[second],
        share * map.y()[first] + (1 - share) * map.y()[second]);
  }

  private static List<Place> way(Projection map, int first, int second) {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(i -> between(map, first, second, i / 10.0))
        .toList();
  }

  static DecisionPathFigure decisionPath() {
    return new DecisionPathFigure(
        "From the hardest negative to the hardest positive",
        "raw features are mixed, as in training",
        "λ, share of the hardest positive",
        List.of(panel("CE-tuning", 40), panel("Core-tuning, η = 0.1", 8)),
        Examples.CLASSES,
        OptionalDouble.of(0.37));
  }

  private static DecisionPathFigure.Panel panel(String name, double sharpness) {
    int points = 51;
    double[] shares = new double[points];
    Arrays.setAll(shares, i -> i / (points - 1.0));
    double[][] probabilities = new double[points][Examples.CLASSES.size()];
    for (int i = 0; i < points; i++) {
      double first = 0.9 / (1 + Math.exp(-sharpness * (shares[i] - 0.5)));
      probabilities[i][2] = first;
      probabilities[i][4] = 0.9 - first;
      probabilities[i][6] = 0.08;
      probabilities[i][0] = 0.02;
    }
    return new DecisionPathFigure.Panel(
        name, "steepest change %.1f per unit of λ".formatted(sharpness / 4), shares, probabilities);
  }

  static QuantileFigure quantiles() {
    double[] epochs = {0, 50, 100, 150, 200};
    return new QuantileFigure(
        "How hard the mined pairs are",
        "epoch",
        "cosine to the anchor",
        List.of(kind("hardest positive", epochs, 200), kind("hardest negative", epochs, 100)));
  }

  static QuantileFigure.Kind kind(String name, double[] x, int values) {
    var random = new Random(values);
    var all = new ArrayList<double[]>();
    for (double each : x) {
      all.add(random.doubles(values).map(u -> 0.3 + 0.4 * u * Math.exp(-each / 300)).toArray());
    }
    return new QuantileFigure.Kind(name, x, all);
  }
}
