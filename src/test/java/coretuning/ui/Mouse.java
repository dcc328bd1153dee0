package coretuning.ui;

import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A mouse for what needs more than a click, or works without a robot. For the JavaFX thread.
final class Mouse {
  private Mouse() {}

  /// Presses the primary button at the first place, goes through all others, and releases it at the
  /// last: at one place alone it is a click.
  ///
  /// @param places in the node's coordinates
  static void drag(Node node, List<Point2D> places) {
    fire(node, MouseEvent.MOUSE_PRESSED, places.getFirst());
    places.stream().skip(1).forEach(place -> fire(node, MouseEvent.MOUSE_DRAGGED, place));
    fire(node, MouseEvent.MOUSE_RELEASED, places.getLast());
  }

  /// Moves over a place.
  static void hover(Node node, Point2D place) {
    fire(node, MouseEvent.MOUSE_MOVED, place);
  }

  /// Events are made with the coordinates of the scene.
  private static void fire(Node node, EventType<MouseEvent> type, Point2D place) {
    Point2D inScene = node.localToScene(place);
    Point2D onScreen = node.localToScreen(place);
    boolean isDown = type != MouseEvent.MOUSE_MOVED;
    node.fireEvent(
        new MouseEvent(
            type,
            inScene.getX(),
            inScene.getY(),
            onScreen.getX(),
            onScreen.getY(),
            isDown ? MouseButton.PRIMARY : MouseButton.NONE,
            isDown ? 1 : 0,
            false,
            false,
            false,
            false,
            isDown,
            false,
            false,
            false,
            false,
            true,
            null));
  }
}
