package coretuning.ui.map;

import javafx.scene.input.KeyEvent;

/// The keys that move a map while it has the focus: arrows, plus, minus, and F for everything.
final class MapKeys {
  private static final double STEP = 40;
  private static final double ZOOM = 1.25;

  private final MapView view;

  MapKeys(MapView view) {
    this.view = view;
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean isMine = true;
    switch (event.getCode()) {
      case LEFT -> view.pan(STEP, 0);
      case RIGHT -> view.pan(-STEP, 0);
      case UP -> view.pan(0, STEP);
      case DOWN -> view.pan(0, -STEP);
      case PLUS, ADD, EQUALS -> zoom(ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM);
      case F -> view.fit();
      default -> isMine = false;
    }
    if (isMine) {
      event.consume();
    }
  }

  private void zoom(double factor) {
    view.zoom(factor, view.getWidth() / 2, view.getHeight() / 2);
  }
}
