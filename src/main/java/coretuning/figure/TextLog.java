package coretuning.figure;

import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/// Optional listener to the text of a drawing, handed in as a rendering hint: says what was written
/// where, for checks that nothing is clipped or written over.
final class TextLog {
  static final RenderingHints.Key KEY = new Key();

  private final List<Entry> entries = new ArrayList<>();

  /// @param bounds of the glyphs, in device pixels
  record Entry(String text, Shape bounds) {}

  void add(String text, Shape bounds) {
    entries.add(new Entry(text, bounds));
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  private static final class Key extends RenderingHints.Key {
    /// Any number that no other hint of this class uses.
    private static final int PRIVATE_KEY = 1;

    Key() {
      super(PRIVATE_KEY);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
      return value instanceof TextLog;
    }
  }
}
