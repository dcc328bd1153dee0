package coretuning.ui.compare;

import coretuning.figure.Colouring;
import coretuning.figure.Range;
import coretuning.result.Embedding;
import coretuning.result.FocalWeight;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SampleImages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Turns what is known of samples into colours of a map. For the JavaFX thread.
final class Channels {
  private static final List<Integer> RIGHT_AND_WRONG = List.of(0, 1);

  private final SampleImages images;
  private final SampleMeasures measures;
  private final Messages messages;

  Channels(SampleImages images, SampleMeasures measures, Messages messages) {
    this.images = images;
    this.measures = measures;
    this.messages = messages;
  }

  /// The colouring of one side.
  ///
  /// @param other side that a difference is taken to; the first run is where it starts
  /// @return empty until it is computed, and where there is nothing to show
  Optional<Colouring> of(Channel channel, MapSide side, Optional<MapSide> other) {
    Embedding embedding = side.embedding();
    return switch (channel) {
      case LABEL -> Optional.of(classes(side, embedding.labels()));
      case PREDICTION -> Optional.of(classes(side, embedding.predictions()));
      case CORRECTNESS -> Optional.of(correctness(embedding));
      case CONFIDENCE -> Optional.of(new Colouring.Amounts(embedding.confidences(), Range.UNIT));
      case CENTRE ->
          measures
              .centreDistances(embedding)
              .map(values -> new Colouring.Amounts(values, Range.ofMost(values)));
      case AGREEMENT ->
          measures.agreement(embedding).map(values -> new Colouring.Amounts(values, Range.UNIT));
      case LOSS ->
          embedding.losses().map(values -> new Colouring.Amounts(values, Range.ofMost(values)));
      case SPLIT -> Optional.of(split(side));
      case WEIGHT -> weights(side);
      case CHANGE -> difference(side, other).map(this::change);
      case MOVE -> difference(side, other).flatMap(this::move);
    };
  }

  private Colouring classes(MapSide side, int[] kinds) {
    int count = side.classes();
    return new Colouring.Kinds(
        kinds,
        images.names(side.run().spec().data(), count),
        IntStream.range(0, count).boxed().toList());
  }

  private Colouring correctness(Embedding embedding) {
    int[] kinds = new int[embedding.size()];
    Arrays.setAll(kinds, row -> embedding.predictions()[row] == embedding.labels()[row] ? 0 : 1);
    return new Colouring.Kinds(
        kinds,
        List.of(messages.text("channel.right"), messages.text("channel.wrong")),
        RIGHT_AND_WRONG);
  }

  private Colouring split(MapSide side) {
    int[] kinds = new int[side.embedding().size()];
    Arrays.setAll(kinds, row -> side.images().isTraining(row) ? 0 : 1);
    return new Colouring.Kinds(
        kinds, names("channel.trainingImage", "channel.testImage"), RIGHT_AND_WRONG);
  }

  private static Optional<Colouring> weights(MapSide side) {
    Map<Integer, Double> known = new HashMap<>();
    for (FocalWeight each : side.snapshot().weights()) {
      known.put(each.sample(), each.weight());
    }
    int[] samples = side.embedding().samples();
    var values = new float[samples.length];
    boolean any = false;
    for (int row = 0; row < values.length; row++) {
      Double weight = known.get(samples[row]);
      values[row] = weight == null ? Float.NaN : weight.floatValue();
      any |= weight != null;
    }
    return any
        ? Optional.of(new Colouring.Amounts(values, Range.around(values)))
        : Optional.empty();
  }

  /// The difference that two sides show; empty if they recorded different samples.
  static Optional<Difference> difference(MapSide side, Optional<MapSide> other) {
    return other
        .filter(to -> Difference.isOfTheSameSamples(side.embedding(), to.embedding()))
        .map(to -> new Difference(side.embedding(), to.embedding()));
  }

  private Colouring change(Difference difference) {
    return new Colouring.Kinds(
        difference.predictions(), changeNames(), Difference.PREDICTION_COLOURS);
  }

  private Optional<Colouring> move(Difference difference) {
    return moves(difference)
        .map(kinds -> new Colouring.Kinds(kinds, moveNames(), Difference.MOVE_COLOURS));
  }

  /// See [Difference#moves]; empty until it is computed.
  Optional<int[]> moves(Difference difference) {
    Optional<float[]> before = measures.centreDistances(difference.from());
    Optional<float[]> after = measures.centreDistances(difference.to());
    return before.flatMap(from -> after.map(to -> Difference.moves(from, to)));
  }

  /// Names of [Difference]'s kinds of predictions.
  List<String> changeNames() {
    return names("change.fixed", "change.broken", "change.right", "change.wrong");
  }

  /// Names of [Difference]'s kinds of moves.
  List<String> moveNames() {
    return names("change.nearer", "change.farther", "change.asFar");
  }

  private List<String> names(String... keys) {
    return Arrays.stream(keys).map(key -> messages.text(key)).toList();
  }
}
