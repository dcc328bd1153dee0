package coretuning.report;

import java.util.List;

/// One row of a table, still without markup.
///
/// @param name head of the row
/// @param cells one for each column but the first
record Row(String name, List<Cell> cells) {
  Row {
    cells = List.copyOf(cells);
  }
}
