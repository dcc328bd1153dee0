package coretuning.figure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What stands out among the points of a map. Rows are ascending.
///
/// @param shown rows that are drawn at all; empty for all
/// @param front rows that keep their colour while the rest is grey; empty for all
/// @param crossed rows drawn as a cross instead of a dot
/// @param highlights drawn large above all points
public record Emphasis(
    Optional<int[]> shown, Optional<int[]> front, int[] crossed, List<Highlight> highlights) {

  /// All points alike.
  public static final Emphasis NONE =
      new Emphasis(Optional.empty(), Optional.empty(), new int[0], List.of());

  public Emphasis {
    highlights = List.copyOf(highlights);
  }

  /// The emphasis of sets of rows.
  ///
  /// @param size number of points: a set of all of them stands for no choice
  public static Emphasis of(
      int size, BitSet shown, BitSet front, BitSet crossed, List<Highlight> highlights) {
    return new Emphasis(
        chosen(shown, size), chosen(front, size), crossed.stream().toArray(), highlights);
  }

  private static Optional<int[]> chosen(BitSet rows, int size) {
    return rows.cardinality() == size ? Optional.empty() : Optional.of(rows.stream().toArray());
  }

  BitSet shownOf(int size) {
    return rows(shown, size);
  }

  BitSet frontOf(int size) {
    return rows(front, size);
  }

  BitSet crossedRows() {
    var rows = new BitSet();
    for (int row : crossed) {
      rows.set(row);
    }
    return rows;
  }

  private static BitSet rows(Optional<int[]> chosen, int size) {
    var rows = new BitSet(size);
    chosen.ifPresentOrElse(
        each -> {
          for (int row : each) {
            rows.set(row);
          }
        },
        () -> rows.set(0, size));
    return rows;
  }
}
