package coretuning.ui.compare;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The recorded epochs and the one on display. At its end the track follows a running experiment:
/// epochs that are added move it on.
final class EpochTrack {
  private final ReadOnlyObjectWrapper<List<Integer>> epochs =
      new ReadOnlyObjectWrapper<>(this, "epochs", List.of());
  private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);

  /// Recorded epochs, ascending; 0 is before training.
  ReadOnlyObjectProperty<List<Integer>> epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  /// Position of the epoch on display among the recorded ones.
  IntegerProperty positionProperty() {
    return position;
  }

  /// The epoch on display; empty while none is recorded.
  OptionalInt epoch() {
    List<Integer> all = epochs.get();
    return all.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(all.get(Math.clamp(position.get(), 0, all.size() - 1)));
  }

  boolean isAtEnd() {
    return position.get() >= epochs.get().size() - 1;
  }

  /// Takes in what is recorded: the epoch on display stays, unless it was the last one.
  void offer(List<Integer> recorded) {
    if (recorded.equals(epochs.get())) {
      return;
    }
    boolean follows = isAtEnd();
    OptionalInt shown = epoch();
    epochs.set(List.copyOf(recorded));
    int kept = shown.isPresent() ? recorded.indexOf(shown.getAsInt()) : -1;
    position.set(follows || kept < 0 ? Math.max(0, recorded.size() - 1) : kept);
  }

  /// Goes on by one epoch.
  ///
  /// @return whether there is another one after it
  boolean advance() {
    if (!isAtEnd()) {
      position.set(position.get() + 1);
    }
    return !isAtEnd();
  }

  /// Goes to the first epoch.
  void rewind() {
    position.set(0);
  }
}
