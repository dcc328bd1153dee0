package coretuning.figure;

import java.util.List;

/// A figure with a legend that a larger figure may draw once for several of its kind.
interface Keyed {
  /// What the legend names, in order.
  List<Legend.Entry> legend(Style style);
}
