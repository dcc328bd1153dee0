package coretuning.ui.map;

import coretuning.figure.Style;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// A map of many points that is moved, enlarged and selected from. Points are drawn into pixels at
/// most once for each frame of the screen.
///
/// Maps that share a viewport move together: bind [#viewportProperty] of one to the other. An empty
/// viewport shows everything.
///
/// All methods are for the JavaFX thread.
public final class MapView extends Region {
  private static final double REACH = 6;
  private static final double LEAST_ENLARGED = 0.2;
  private static final double MOST_ENLARGED = 2000;

  private final ObjectProperty<Optional<Viewport>> viewport =
      new SimpleObjectProperty<>(this, "viewport", Optional.empty());
  private final ObjectProperty<Style> figureStyle =
      new SimpleObjectProperty<>(this, "figureStyle", Style.LIGHT);
  private final ObjectProperty<MapTool> tool =
      new SimpleObjectProperty<>(this, "tool", MapTool.PAN);

  private final MapSurface surface = new MapSurface();
  private final MapMarks marks = new MapMarks();
  private final Motion motion = new Motion(this::moved);
  private PointCloud points = PointCloud.EMPTY;
  private Optional<SpatialGrid> grid = Optional.empty();
  private Optional<Bounds> extent = Optional.empty();
  private PointLook look = PointLook.plain(new int[0]);
  private boolean arePointsStale = true;

  /// A map without points.
  ///
  /// @param listener is told what the user does
  public MapView(MapListener listener) {
    getStyleClass().add("map-view");
    setMinSize(120, 90);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(surface.node(), marks.node());
    viewport.subscribe(this::repaint);
    figureStyle.subscribe(this::repaint);
    widthProperty().subscribe(this::repaint);
    heightProperty().subscribe(this::repaint);
    // The window decides how many device pixels a logical one has; it may change with the screen.
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::outputScaleXProperty)
        .addListener((property, before, after) -> repaint());
    new MapMouse(this, marks, listener);
    new MapKeys(this);
  }

  /// What is seen; empty for everything.
  public ObjectProperty<Optional<Viewport>> viewportProperty() {
    return viewport;
  }

  /// Colours: follows the theme.
  public ObjectProperty<Style> figureStyleProperty() {
    return figureStyle;
  }

  /// What dragging does.
  public ObjectProperty<MapTool> toolProperty() {
    return tool;
  }

  /// Shows points at other places.
  ///
  /// @param moving lets them glide there, if there are as many as before
  public void setPoints(PointCloud target, boolean moving) {
    if (moving && target.size() == points.size() && target.size() > 0) {
      motion.start(points, target);
    } else {
      motion.stop();
      moved(target);
    }
  }

  private void moved(PointCloud now) {
    points = now;
    grid = Optional.empty();
    repaint();
  }

  /// Where the points are now, under way or arrived.
  public PointCloud points() {
    return points;
  }

  /// Shows points in other colours.
  ///
  /// @param next of as many points as are shown
  public void setLook(PointLook next) {
    look = next;
    repaint();
  }

  /// How the points look.
  public PointLook look() {
    return look;
  }

  /// What "everything" is when the viewport is empty; without it, the points themselves. Maps side
  /// by side need one for all to be of one scale.
  public void setExtent(Optional<Bounds> all) {
    if (!all.equals(extent)) {
      extent = all;
      repaint();
    }
  }

  /// Draws the rim of the unit circle or sphere, on which the points of such a map lie.
  public void setRim(boolean wanted) {
    marks.setRim(wanted);
    requestLayout();
  }

  /// Marks the point in focus and its neighbours.
  public void setFocus(OptionalInt row, List<Integer> neighbours) {
    marks.setFocus(row);
    marks.setNeighbours(neighbours);
    requestLayout();
  }

  /// Marks the point under the pointer, here or in another map.
  public void setHover(OptionalInt row) {
    marks.setHover(row);
    requestLayout();
  }

  /// The viewport in use, whether chosen or fitted.
  public Viewport shownViewport() {
    return viewport.get().orElseGet(this::whole);
  }

  private Viewport whole() {
    return Viewport.fitting(
        extent.orElseGet(points::bounds), Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  /// Shows everything.
  public void fit() {
    viewport.set(Optional.empty());
  }

  /// Shifts the map by so many pixels.
  public void pan(double right, double down) {
    viewport.set(Optional.of(shownViewport().panned(right, down)));
  }

  /// Enlarges the map about a place on the screen, within limits.
  ///
  /// @param factor above 0
  /// @param x pixels from the left
  /// @param y pixels from the top
  public void zoom(double factor, double x, double y) {
    Viewport now = shownViewport();
    double whole = whole().scale();
    double wished = Math.clamp(now.scale() * factor, LEAST_ENLARGED * whole, MOST_ENLARGED * whole);
    viewport.set(
        Optional.of(now.zoomed(wished / now.scale(), x - getWidth() / 2, y - getHeight() / 2)));
  }

  /// The shown point at a place on the screen, within a few pixels.
  public OptionalInt rowAt(double x, double y) {
    Viewport now = shownViewport();
    double reach = Math.max(REACH, radius() + 2) / now.scale();
    return grid()
        .nearest(now.mapX(x, getWidth()), now.mapY(y, getHeight()), reach, look.shown()::get);
  }

  SpatialGrid grid() {
    SpatialGrid current = grid.orElseGet(() -> new SpatialGrid(points));
    grid = Optional.of(current);
    return current;
  }

  private double radius() {
    return MapSurface.radius(
        look.shown().cardinality(),
        getWidth(),
        getHeight(),
        shownViewport().scale() / whole().scale());
  }

  /// Draws points and marks in the next frame.
  private void repaint() {
    arePointsStale = true;
    requestLayout();
  }

  /// Draws what has changed: laid out is once in a frame, whatever has changed how often.
  @Override
  protected void layoutChildren() {
    if (getWidth() < 1 || getHeight() < 1) {
      return;
    }
    Viewport now = shownViewport();
    if (arePointsStale && look.size() == points.size()) {
      arePointsStale = false;
      surface.resize(getWidth(), getHeight(), outputScale());
      surface.paint(points, look, now, figureStyle.get(), radius());
    }
    marks.paint(points, now, figureStyle.get(), getWidth(), getHeight());
  }

  private double outputScale() {
    Scene scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }
}
