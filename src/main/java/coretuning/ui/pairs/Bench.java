package coretuning.ui.pairs;

import coretuning.analysis.mix.AnchorContrast;
import coretuning.analysis.mix.ContrastSpace;
import coretuning.analysis.mix.MapEstimate;
import coretuning.analysis.mix.Vectors;
import coretuning.result.Embedding;
import coretuning.result.Snapshot;
import coretuning.ui.pairs.PairView.Member;
import coretuning.ui.pairs.PairView.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One anchor with its partners and their recorded features, to mix anew: what training did once
/// with drawn factors, here with factors of the user's.
///
/// Features are those recorded with the snapshot: of the images as they are, after the epoch. Those
/// that training mined were of augmented images, within the epoch; so cosines differ a little.
final class Bench {
  private final PairView pair;
  private final double[] anchor;
  private final double[] positive;
  private final double[] negative;
  private final double[] random;
  private final List<double[]> batch;
  private final boolean[] positives;

  private Bench(Embedding embedding, PairView pair, int batchSize) {
    this.pair = pair;
    anchor = feature(embedding, pair.anchor().sample());
    positive = feature(embedding, Role.HARD_POSITIVE);
    negative = feature(embedding, Role.HARD_NEGATIVE);
    random = feature(embedding, Role.RANDOM_NEGATIVE);
    int[] rows = batch(embedding, pair, batchSize);
    int label = embedding.labels()[row(embedding, pair.anchor().sample()).orElseThrow()];
    batch = new ArrayList<>();
    positives = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      batch.add(MapEstimate.feature(embedding, rows[i]));
      positives[i] = embedding.labels()[rows[i]] == label;
    }
  }

  /// The anchor's bench; empty if its feature, or a partner's, was not recorded.
  ///
  /// @param mined what training mined for it; taken if all of its images were recorded, otherwise
  ///   the hardest among the recorded images are
  /// @param batchSize images that compete in the contrastive loss, the anchor included
  static Optional<Bench> of(
      Snapshot snapshot, Optional<PairView> mined, int sample, int batchSize) {
    return mined
        .flatMap(pair ->
            snapshot
                .training()
                .filter(embedding -> holds(embedding, pair))
                .map(embedding -> new Bench(embedding, pair, batchSize)))
        .or(() -> snapshot.training().flatMap(each -> compared(each, sample, batchSize)))
        .or(() -> compared(snapshot.embedding(), sample, batchSize));
  }

  private static boolean holds(Embedding embedding, PairView pair) {
    return Stream.concat(Stream.of(pair.anchor()), pair.others().stream())
        .allMatch(member -> row(embedding, member.sample()).isPresent());
  }

  private static Optional<Bench> compared(Embedding embedding, int sample, int batchSize) {
    return Hardest.of(embedding, sample)
        .filter(pair -> pair.others().size() == 2)
        .map(pair -> new Bench(embedding, withRandomNegative(embedding, pair), batchSize));
  }

  /// Adds a negative drawn at random, the same one whenever the anchor is chosen.
  private static PairView withRandomNegative(Embedding embedding, PairView pair) {
    int label = pair.anchor().label().orElseThrow();
    int[] negatives =
        IntStream.range(0, embedding.size())
            .filter(row -> embedding.labels()[row] != label)
            .toArray();
    var random = new SplittableRandom(pair.anchor().sample());
    int row = negatives[random.nextInt(negatives.length)];
    double cosine =
        Vectors.cosine(
            feature(embedding, pair.anchor().sample()), MapEstimate.feature(embedding, row));
    var others = new ArrayList<>(pair.others());
    others.add(
        new Member(
            Role.RANDOM_NEGATIVE,
            embedding.samples()[row],
            OptionalInt.of(embedding.labels()[row]),
            cosine));
    return new PairView(pair.anchor(), others, pair.mixes(), pair.origin());
  }

  /// Rows that compete with the partners: the partners first, then others drawn at random.
  private static int[] batch(Embedding embedding, PairView pair, int batchSize) {
    int anchor = row(embedding, pair.anchor().sample()).orElseThrow();
    var rows = new ArrayList<Integer>();
    for (Member member : pair.others()) {
      int row = row(embedding, member.sample()).orElseThrow();
      if (row != anchor && !rows.contains(row)) {
        rows.add(row);
      }
    }
    var left =
        new ArrayList<>(
            IntStream.range(0, embedding.size())
                .filter(row -> row != anchor && !rows.contains(row))
                .boxed()
                .toList());
    Collections.shuffle(left, Random.from(new SplittableRandom(pair.anchor().sample())));
    left.stream().limit(Math.max(0, batchSize - 1 - rows.size())).forEach(rows::add);
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private double[] feature(Embedding embedding, Role role) {
    return feature(embedding, pair.member(role).orElseThrow().sample());
  }

  private static double[] feature(Embedding embedding, int sample) {
    return MapEstimate.feature(embedding, row(embedding, sample).orElseThrow());
  }

  /// The feature of a sample, of whichever part it was recorded.
  static Optional<double[]> feature(Snapshot snapshot, int sample) {
    return Stream.concat(snapshot.training().stream(), Stream.of(snapshot.embedding()))
        .flatMap(each -> row(each, sample).stream().mapToObj(row -> MapEstimate.feature(each, row)))
        .findFirst();
  }

  private static OptionalInt row(Embedding embedding, int sample) {
    for (int row = 0; row < embedding.size(); row++) {
      if (embedding.samples()[row] == sample) {
        return OptionalInt.of(row);
      }
    }
    return OptionalInt.empty();
  }

  /// Anchor, hardest positive, hardest negative and random negative.
  PairView pair() {
    return pair;
  }

  /// Images in the batch that stands for training's, the anchor included.
  int batchSize() {
    return batch.size() + 1;
  }

  /// The anchor's or a partner's raw feature.
  double[] feature(Role role) {
    return switch (role) {
      case ANCHOR -> anchor;
      case HARD_POSITIVE -> positive;
      case HARD_NEGATIVE -> negative;
      case RANDOM_NEGATIVE -> random;
    };
  }

  /// z+, Eq 3.
  ///
  /// @param lambda share of the hardest positive, in [0, 1]
  double[] positiveMix(double lambda) {
    return Vectors.mix(positive, negative, lambda);
  }

  /// z-, Eq 4.
  ///
  /// @param lambda share of the random negative, in [0, 1]
  double[] negativeMix(double lambda) {
    return Vectors.mix(random, anchor, lambda);
  }

  /// The anchor's side of the contrastive loss, in some space.
  Contrast in(ContrastSpace space, double temperature, double exponent) {
    return new Contrast(space, temperature, exponent);
  }

  /// What the contrastive loss says of two mixes.
  ///
  /// @param cosinePositive of z+ and anchor, of the raw features
  /// @param cosineNegative of z- and anchor, likewise
  /// @param oddsPositive p of z+ among all candidates
  /// @param oddsNegative p of z-
  /// @param weight the anchor's focal weight
  /// @param loss the anchor's term, nats
  record Reading(
      double cosinePositive,
      double cosineNegative,
      double oddsPositive,
      double oddsNegative,
      double weight,
      double loss) {}

  /// The batch's places in the space of the contrastive loss: P_i is the anchor's class in the
  /// batch plus z+, A_i the batch plus z+ and z-, as in `method.CoreTuning`.
  final class Contrast {
    private final ContrastSpace space;
    private final double temperature;
    private final double exponent;
    private final double[] place;
    private final double[] cosines;

    private Contrast(ContrastSpace space, double temperature, double exponent) {
      this.space = space;
      this.temperature = temperature;
      this.exponent = exponent;
      place = space.place(anchor);
      cosines =
          batch.stream().mapToDouble(each -> Vectors.cosine(place, space.place(each))).toArray();
    }

    Reading read(double lambdaPositive, double lambdaNegative) {
      double[] mixedPositive = positiveMix(lambdaPositive);
      double[] mixedNegative = negativeMix(lambdaNegative);
      int n = cosines.length;
      double[] all = Arrays.copyOf(cosines, n + 2);
      boolean[] roles = Arrays.copyOf(positives, n + 2);
      all[n] = Vectors.cosine(place, space.place(mixedPositive));
      all[n + 1] = Vectors.cosine(place, space.place(mixedNegative));
      roles[n] = true;
      AnchorContrast contrast = AnchorContrast.of(all, roles, temperature, exponent);
      return new Reading(
          Vectors.cosine(anchor, mixedPositive),
          Vectors.cosine(anchor, mixedNegative),
          contrast.probabilities()[n],
          contrast.probabilities()[n + 1],
          contrast.weight(),
          contrast.loss());
    }
  }
}
