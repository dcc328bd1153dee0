package coretuning.figure;

import coretuning.figure.QueryMapFigure.Role;
import coretuning.figure.QueryMapFigure.Spot;
import coretuning.figure.SweepFigure.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/// What the view of pre-training draws.
final class PretrainingExamples {
  private static final int MEMORY = 300;

  private PretrainingExamples() {}

  /// A query at the origin, keys around it, and mixes of them.
  static QueryMapFigure queryMap() {
    var random = new Random(3);
    var spots = new ArrayList<Spot>();
    spots.add(new Spot(Role.QUERY, 0, 0, 1, 7, -1, -1, Double.NaN));
    spots.add(new Spot(Role.POSITIVE, 0.1, 0.05, 0.9, 7, -1, -1, Double.NaN));
    for (int i = 0; i < MEMORY; i++) {
      Role role = i % 12 == 0 ? Role.FALSE_MEMORY : Role.MEMORY;
      spots.add(
          new Spot(
              role,
              0.4 * random.nextGaussian(),
              0.3 * random.nextGaussian(),
              0.5,
              i,
              -1,
              -1,
              Double.NaN));
    }
    for (int i = 0; i < 60; i++) {
      int first = i % 3 == 0 ? 0 : 2 + random.nextInt(MEMORY);
      int second = 2 + random.nextInt(MEMORY);
      double share = first == 0 ? random.nextDouble() / 2 : random.nextDouble();
      spots.add(
          new Spot(
              first == 0 ? Role.QUERY_MIXED : Role.MIXED,
              share * spots.get(first).x() + (1 - share) * spots.get(second).x(),
              share * spots.get(first).y() + (1 - share) * spots.get(second).y(),
              0.7,
              -1,
              first,
              second,
              share));
    }
    return new QueryMapFigure(
        "Query: image 7",
        "300 nearest keys of the queue, 60 synthetic negatives; two principal components hold 61 %"
            + " of the variance",
        spots,
        OptionalInt.of(spots.size() - 2));
  }

  static ViewPairFigure viewPairs() {
    return new ViewPairFigure(
        "Two views of each image",
        "as in MoCo-v2",
        IntStream.range(0, 12)
            .mapToObj(i ->
                new ViewPairFigure.Pair(100 + i, picture(i, 0), picture(i, 40), picture(i, 90)))
            .toList());
  }

  private static Picture picture(int kind, int shift) {
    var rgb = new byte[3 * 28 * 28];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (shift + 7 * kind + (i / 3 % 28) * (i / 84) / 4);
    }
    return new Picture(28, 28, rgb);
  }

  static SweepFigure sweep() {
    return new SweepFigure(
        "MoCHi over N and s",
        "k-NN of the last epoch, %; MoCo-v2: 62.0",
        "N, hardest keys",
        "s, mixed of two keys",
        List.of(
            new Cell(256, 64, 61.2, 1),
            new Cell(256, 256, 62.9, 3),
            new Cell(1024, 64, 62.4, 1),
            new Cell(1024, 256, 63.3, 2),
            new Cell(1024, 1024, 63.9, 2)));
  }
}
