package coretuning.ui.runs;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// An order in which what is missing comes last, whichever way the table is sorted.
///
/// A table sorts downwards by swapping the two sides, so the order has to know which way it goes.
///
/// @param order of what is there
/// @param isDownwards whether the table swaps the sides at present
record MissingLast<T>(Comparator<? super T> order, BooleanSupplier isDownwards)
    implements Comparator<Optional<T>> {
  @Override
  public int compare(Optional<T> first, Optional<T> second) {
    if (first.isPresent() && second.isPresent()) {
      return order.compare(first.get(), second.get());
    }
    int upwards = Boolean.compare(first.isEmpty(), second.isEmpty());
    return isDownwards.getAsBoolean() ? -upwards : upwards;
  }
}
