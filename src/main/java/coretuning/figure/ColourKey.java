package coretuning.figure;

import java.awt.Color;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Names what the colours of points mean, as entries of a legend.
final class ColourKey {
  private static final int AMOUNTS_NAMED = 5;

  private ColourKey() {}

  /// Each kind, grey if none of the rows is of it; of numbers even steps of the scale.
  static List<Legend.Entry> entries(Colouring colouring, BitSet rows, Style style) {
    return switch (colouring) {
      case Colouring.Kinds kinds -> kinds(kinds, rows, style);
      case Colouring.Amounts amounts -> amounts(amounts.range(), style);
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

  private static List<Legend.Entry> amounts(Range range, Style style) {
    return IntStream.range(0, AMOUNTS_NAMED)
        .mapToDouble(step -> step / (AMOUNTS_NAMED - 1.0))
        .mapToObj(share ->
            Legend.Entry.of(
                Range.text(range.at(share)), Colouring.Amounts.colour(share, style), Mark.SQUARE))
        .toList();
  }
}
