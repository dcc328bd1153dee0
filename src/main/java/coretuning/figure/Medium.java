package coretuning.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/// What a figure is drawn on, handed in as a rendering hint: shortcuts that are right for pixels,
/// such as copying a dot's image, would spoil a drawing that is enlarged later.
enum Medium {
  PIXELS,
  VECTOR;

  static final RenderingHints.Key KEY = new Key();

  /// The medium of a drawing; pixels unless it says otherwise.
  static Medium of(Graphics2D graphics) {
    return graphics.getRenderingHint(KEY) instanceof Medium medium ? medium : PIXELS;
  }

  private static final class Key extends RenderingHints.Key {
    /// Any number that no other hint of this class uses.
    private static final int PRIVATE_KEY = 1;

    Key() {
      super(PRIVATE_KEY);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
      return value instanceof Medium;
    }
  }
}
