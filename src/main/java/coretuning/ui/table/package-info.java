/// The view "Table": methods by data sets by seeds, asked for, filled and looked at.
///
/// Holds the form of a table, the table on display with what its runs have come to, and the grid of
/// its cells. Holds no arithmetic: means, intervals and what is best come from `report`. May import
/// `spec`, `result`, `store`, `report`, `job` and `ui.support`; no other feature.
@NullMarked
package coretuning.ui.table;

import org.jspecify.annotations.NullMarked;
