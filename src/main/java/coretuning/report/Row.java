package coretuning.report;

import java.util.List;

/// One row of a table, still without markup.
///
/// @param name head of the row
/// @param runs that went into it; as text
/// @param cells one for each [Measure]
record Row(String name, String runs, List<Cell> cells) {

  /// @param value e.g. `87.31`; empty if there is none
  /// @param margin standard deviation or half interval, e.g. `0.42`; empty if there is none
  /// @param best whether it is the best of its column
  record Cell(String value, String margin, boolean best) {
    static final Cell NONE = new Cell("", "", false);
  }
}
