package coretuning.ui.map;

import java.util.BitSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which kinds of points are on display: all, until one is chosen in the legend.
public final class KindFilter {
  private final ReadOnlyObjectWrapper<BitSet> hidden =
      new ReadOnlyObjectWrapper<>(this, "hidden", new BitSet());

  /// Kinds that are not on display; never written to.
  public ReadOnlyObjectProperty<BitSet> hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /// Leaves one kind on display; if it is alone already, all.
  ///
  /// @param count number of kinds
  public void only(int kind, int count) {
    var others = new BitSet();
    others.set(0, count);
    others.clear(kind);
    hidden.set(others.equals(hidden.get()) ? new BitSet() : others);
  }

  /// Takes one kind off display or puts it back; the last one stays.
  ///
  /// @param count number of kinds
  public void toggle(int kind, int count) {
    var next = (BitSet) hidden.get().clone();
    next.flip(kind);
    if (next.cardinality() < count) {
      hidden.set(next);
    }
  }

  /// Puts everything on display.
  public void clear() {
    if (!hidden.get().isEmpty()) {
      hidden.set(new BitSet());
    }
  }
}
