package coretuning.report;

import java.util.List;
import java.util.Optional;

/// One cell of a table, still without markup.
///
/// @param value a number as shown, e.g. `87.31`, or `NaN`, or a word, e.g. `failed`; empty if there
///   is nothing
/// @param margin standard deviation or half interval, e.g. `0.42`; empty if there is none
/// @param note what the reader must know of the number, e.g. `2/5` runs; empty if nothing
/// @param sources where the number comes from
record Cell(String value, String margin, String note, Mark mark, List<Source> sources) {
  static final Cell NONE = number("", "", false);

  /// Standing of a measured value in its column.
  enum Mark {
    /// The column holds no measurements.
    ASIDE,
    NONE,
    BEST,
    /// Not the best, but not told apart from it either.
    ALIKE
  }

  /// A run.
  ///
  /// @param name short, e.g. its seed
  /// @param path relative to the file that the table is written to
  record Source(String name, String path) {}

  /// Words or counts, no measurement.
  static Cell text(String text) {
    return new Cell(text, "", "", Mark.ASIDE, List.of());
  }

  /// A measurement.
  static Cell number(String value, String margin, boolean best) {
    return new Cell(value, margin, "", best ? Mark.BEST : Mark.NONE, List.of());
  }

  /// Whether the value is a number rather than a word.
  boolean isNumber() {
    return mark != Mark.ASIDE && (value.equals("NaN") || value.matches("[+-]?\\d.*"));
  }

  /// The source, if there is exactly one.
  Optional<Source> onlySource() {
    return sources.size() == 1 ? Optional.of(sources.getFirst()) : Optional.empty();
  }
}
