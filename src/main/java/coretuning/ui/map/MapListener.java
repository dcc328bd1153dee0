package coretuning.ui.map;

import coretuning.ui.support.Pick;
import java.util.BitSet;
import java.util.OptionalInt;

/// What a user does on a map. Called on the JavaFX thread.
public interface MapListener {
  /// The pointer is over another point, or over none; then it may also have left the map.
  ///
  /// @param x of the pointer on the screen
  /// @param y of the pointer on the screen
  void hovered(OptionalInt row, double x, double y);

  /// A point was clicked, or a place without one.
  void clicked(OptionalInt row, Pick pick);

  /// The map was dragged.
  ///
  /// @param right pixels
  /// @param down pixels
  /// @return whether the map turns instead of being moved
  default boolean turned(double right, double down) {
    return false;
  }

  /// An outline was closed.
  ///
  /// @param rows inside it, possibly none
  void enclosed(BitSet rows, Pick pick);
}
