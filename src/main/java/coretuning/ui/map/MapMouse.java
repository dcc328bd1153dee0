package coretuning.ui.map;

import coretuning.ui.support.Pick;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the mouse does on a map: the wheel enlarges about the pointer, dragging moves or outlines,
/// a click picks.
final class MapMouse {
  private static final double ZOOM_PER_PIXEL = 1.0025;

  /// A shorter drag was meant as a click.
  private static final double LEAST_DRAG = 4;

  private final MapView view;
  private final MapMarks marks;
  private final MapListener listener;
  private Point2D pressed = Point2D.ZERO;
  private Point2D last = Point2D.ZERO;
  private OptionalInt hovered = OptionalInt.empty();

  MapMouse(MapView view, MapMarks marks, MapListener listener) {
    this.view = view;
    this.marks = marks;
    this.listener = listener;
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, this::leave);
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    view.toolProperty()
        .subscribe(tool -> view.setCursor(tool == MapTool.PAN ? Cursor.DEFAULT : Cursor.CROSSHAIR));
  }

  private static Point2D at(MouseEvent event) {
    return new Point2D(event.getX(), event.getY());
  }

  private boolean isPanning(MouseEvent event) {
    return event.getButton() != MouseButton.PRIMARY || view.toolProperty().get() == MapTool.PAN;
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    pressed = at(event);
    last = pressed;
    marks.line().clear();
    tellHover(OptionalInt.empty(), event);
  }

  private void drag(MouseEvent event) {
    Point2D now = at(event);
    if (isPanning(event)) {
      double right = now.getX() - last.getX();
      double down = now.getY() - last.getY();
      if (event.getButton() != MouseButton.PRIMARY || !listener.turned(right, down)) {
        view.pan(right, down);
      }
    } else if (view.toolProperty().get() == MapTool.LASSO) {
      if (marks.line().isEmpty()) {
        marks.line().add(pressed);
      }
      marks.line().add(now);
      view.requestLayout();
    } else {
      marks.line().clear();
      marks
          .line()
          .addAll(
              List.of(
                  pressed,
                  new Point2D(now.getX(), pressed.getY()),
                  now,
                  new Point2D(pressed.getX(), now.getY())));
      view.requestLayout();
    }
    last = now;
  }

  private void release(MouseEvent event) {
    Pick pick = Pick.of(event.isShiftDown(), event.isShortcutDown());
    List<Point2D> line = List.copyOf(marks.line());
    marks.line().clear();
    view.requestLayout();
    boolean isDrag = farthest(line) >= LEAST_DRAG;
    if (isDrag && line.size() >= 3) {
      listener.enclosed(view.grid().inside(outline(line), view.look().shown()::get), pick);
    } else if (event.getButton() == MouseButton.PRIMARY
        && at(event).distance(pressed) < LEAST_DRAG) {
      listener.clicked(view.rowAt(event.getX(), event.getY()), pick);
    }
  }

  private double farthest(List<Point2D> line) {
    return line.stream().mapToDouble(pressed::distance).max().orElse(0);
  }

  private Outline outline(List<Point2D> line) {
    Viewport viewport = view.shownViewport();
    return new Outline(
        line.stream().mapToDouble(each -> viewport.mapX(each.getX(), view.getWidth())).toArray(),
        line.stream().mapToDouble(each -> viewport.mapY(each.getY(), view.getHeight())).toArray());
  }

  private void move(MouseEvent event) {
    tellHover(view.rowAt(event.getX(), event.getY()), event);
  }

  private void leave(MouseEvent event) {
    tellHover(OptionalInt.empty(), event);
  }

  private void tellHover(OptionalInt row, MouseEvent event) {
    if (!row.equals(hovered)) {
      hovered = row;
      listener.hovered(row, event.getScreenX(), event.getScreenY());
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      view.zoom(Math.pow(ZOOM_PER_PIXEL, event.getDeltaY()), event.getX(), event.getY());
      event.consume();
    }
  }
}
