package coretuning.ui.compare;

import coretuning.figure.Colouring;
import coretuning.figure.Range;
import coretuning.figure.Style;
import coretuning.result.Snapshot;
import coretuning.ui.map.ColourLegend;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What the colours of all maps on display mean: numbers have one scale in all of them. For the
/// JavaFX thread.
final class MapColours {
  private static final int FEWEST_TO_DIFFER = 2;

  private final Comparison comparison;
  private final MapChoices choices;
  private final Channels channels;
  private final Messages messages;

  MapColours(Comparison comparison, MapChoices choices, Channels channels, Messages messages) {
    this.comparison = comparison;
    this.choices = choices;
    this.channels = channels;
    this.messages = messages;
  }

  /// Name of the channel.
  String name() {
    return messages.text("channel." + choices.channelProperty().get());
  }

  /// Colourings of all sides; numbers on one scale.
  List<Optional<Colouring>> of(List<MapSide> sides) {
    Channel chosen = choices.channelProperty().get();
    var found = new ArrayList<Optional<Colouring>>();
    for (int i = 0; i < sides.size(); i++) {
      MapSide side = chosen.isDifference() ? sides.getFirst() : sides.get(i);
      MapSide other = sides.get(i == 0 ? sides.size() - 1 : i);
      found.add(channels.of(chosen, side, Optional.of(other)));
    }
    Optional<Range> range =
        found.stream()
            .flatMap(Optional::stream)
            .filter(Colouring.Amounts.class::isInstance)
            .map(each -> ((Colouring.Amounts) each).range())
            .reduce(Range::with);
    return found.stream().map(each -> each.map(own -> ranged(own, range))).toList();
  }

  private static Colouring ranged(Colouring colouring, Optional<Range> range) {
    return colouring instanceof Colouring.Amounts amounts && range.isPresent()
        ? new Colouring.Amounts(amounts.values(), range.get())
        : colouring;
  }

  /// Why a channel has nothing to show of the runs and images on display; empty if it has.
  Optional<String> missing(Channel channel) {
    return lacks(channel).map(key -> messages.text(key));
  }

  private Optional<String> lacks(Channel channel) {
    ImageSet images = choices.imagesProperty().get();
    return switch (channel) {
      case CHANGE, MOVE -> unless(comparison.runs().size() >= FEWEST_TO_DIFFER, "channel.oneRun");
      case SPLIT -> unless(images == ImageSet.BOTH, "channel.onePart");
      case LOSS ->
          unless(anyRecorded(each -> each.embedding().losses().isPresent()), "channel.noLoss");
      case WEIGHT ->
          anyRecorded(each -> !each.weights().isEmpty())
              ? unless(images != ImageSet.TEST, "channel.testImages")
              : Optional.of("channel.noWeights");
      case LABEL, PREDICTION, CORRECTNESS, CONFIDENCE, CENTRE, AGREEMENT -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean isThere, String key) {
    return isThere ? Optional.empty() : Optional.of(key);
  }

  private boolean anyRecorded(Predicate<Snapshot> what) {
    return comparison.runs().stream()
        .flatMap(run -> run.snapshots().values().stream())
        .anyMatch(what);
  }

  /// Says what the colours mean, or why there are none.
  void explain(ColourLegend key, List<Optional<Colouring>> colourings, Style style) {
    Channel channel = choices.channelProperty().get();
    Optional<Colouring> shown = colourings.stream().flatMap(Optional::stream).findFirst();
    if (shown.isPresent()) {
      key.show(name(), shown.get(), style);
    } else {
      key.showNothing(name(), missing(channel).orElseGet(() -> messages.text("channel.none")));
    }
    key.explain(messages.text("channel." + channel + ".help"));
  }

  /// Says what changed from the first side to the last, where both show the same images.
  void explain(ChangeBar bar, List<MapSide> sides) {
    Optional<Difference> difference =
        sides.size() < FEWEST_TO_DIFFER
            ? Optional.empty()
            : Channels.difference(sides.getFirst(), Optional.of(sides.getLast()));
    bar.setVisible(difference.isPresent());
    bar.setManaged(difference.isPresent());
    difference.ifPresent(each ->
        bar.show(
            sides.getFirst().name(comparison) + " → " + sides.getLast().name(comparison),
            each,
            channels,
            channels.moves(each)));
  }
}
