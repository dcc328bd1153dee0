package coretuning.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Names what the colours of points mean, as entries of a legend.
final class ColourKey {
  private static final int AMOUNTS_NAMED = 5;

  private ColourKey() {}

  /// Each kind, grey if none of the rows is of it; of numbers even steps of the scale, the first of
  /// which says what they are.
  static List<Legend.Entry> entries(Colouring colouring, String channel, BitSet rows, Style style) {
    return switch (colouring) {
      case Colouring.Kinds kinds -> kinds(kinds, rows, style);
      case Colouring.Amounts amounts -> amounts(amounts.range(), channel, style);
    };
  }

  private static List<Legend.Entry> kinds(Colouring.Kinds kinds, BitSet rows, Style style) {
    var present = new BitSet();
    rows.stream().forEach(row -> present.set(kinds.kinds()[row]));
    return IntStream.range(0, kinds.names().size())
        .mapToObj(kind -> {
          Color colour = present.get(kind) ? kinds.colour(kind, style) : style.muted();
          return Legend.Entry.of(kinds.names().get(kind), colour, Mark.DOT);
        })
        .toList();
  }

  private static List<Legend.Entry> amounts(Range range, String channel, Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (int step = 0; step < AMOUNTS_NAMED; step++) {
      double share = step / (AMOUNTS_NAMED - 1.0);
      String value = range.tick(share);
      entries.add(
          Legend.Entry.of(
              step == 0 ? value + " " + channel : value,
              Colouring.Amounts.colour(share, style),
              Mark.SQUARE));
    }
    return entries;
  }
}
