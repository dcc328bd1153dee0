package coretuning.ui.plot;

import coretuning.figure.Figure;
import coretuning.figure.NoDataFigure;
import coretuning.figure.Style;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Shows a figure as large as the node is, sharp on every screen. Figures are painted on another
/// thread: until a new picture is ready the last one stays.
///
/// All methods are for the JavaFX thread.
public final class FigureView extends Region {
  private static final double BUTTON_MARGIN = 6;

  private final ObjectProperty<Figure> figure =
      new SimpleObjectProperty<>(this, "figure", new NoDataFigure("no data"));
  private final ObjectProperty<Style> figureStyle =
      new SimpleObjectProperty<>(this, "figureStyle", Style.LIGHT);

  private final ImageView picture = new ImageView();
  private final Button exportButton = new Button();
  private final ContextMenu menu = new ContextMenu();
  private final Painter painter = new Painter(this::show);
  private final BooleanProperty hasExport = new SimpleBooleanProperty();
  private Consumer<Figure> export = shown -> {};
  private Consumer<FigurePoint> hovered = point -> {};
  private Consumer<FigurePoint> clicked = point -> {};
  private Runnable left = () -> {};

  /// A view that says "no data" until it gets a figure.
  ///
  /// @param exportText names the way to a file, on button and menu
  public FigureView(String exportText) {
    exportButton.setText(exportText);
    getStyleClass().add("figure-view");
    setMinSize(120, 90);
    setPrefSize(480, 360);
    picture.setManaged(false);
    exportButton.getStyleClass().addAll("small", "figure-export");
    exportButton.visibleProperty().bind(hoverProperty().and(hasExport));
    exportButton.setOnAction(event -> export.accept(getFigure()));
    getChildren().addAll(picture, exportButton);
    var exportItem = new MenuItem(exportText);
    exportItem.setOnAction(event -> export.accept(getFigure()));
    menu.getItems().add(exportItem);
    figure.addListener((property, before, after) -> repaint());
    figureStyle.addListener((property, before, after) -> repaint());
    widthProperty().addListener((property, before, after) -> repaint());
    heightProperty().addListener((property, before, after) -> repaint());
    // The window decides how many device pixels a logical one has; it may change with the screen.
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::outputScaleXProperty)
        .addListener((property, before, after) -> repaint());
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hovered.accept(at(event)));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> left.run());
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
  }

  /// What is shown.
  public ObjectProperty<Figure> figureProperty() {
    return figure;
  }

  /// What is shown.
  public Figure getFigure() {
    return figure.get();
  }

  /// Shows another figure as soon as it is painted.
  public void setFigure(Figure shown) {
    figure.set(shown);
  }

  /// Colours and font size: follows the theme.
  public ObjectProperty<Style> figureStyleProperty() {
    return figureStyle;
  }

  /// Colours and font size.
  public Style getFigureStyle() {
    return figureStyle.get();
  }

  /// Paints the figure anew in another style.
  public void setFigureStyle(Style style) {
    figureStyle.set(style);
  }

  /// Offers the export in the context menu and as a button under the pointer.
  ///
  /// @param handler gets the figure shown
  public void setOnExport(Consumer<Figure> handler) {
    export = handler;
    hasExport.set(true);
  }

  /// Tells where the pointer is, whenever it moves over the figure.
  public void setOnHovered(Consumer<FigurePoint> handler) {
    hovered = handler;
  }

  /// Tells where the primary button was clicked.
  public void setOnClicked(Consumer<FigurePoint> handler) {
    clicked = handler;
  }

  /// Tells when the pointer has left the figure.
  public void setOnLeft(Runnable handler) {
    left = handler;
  }

  @Override
  protected void layoutChildren() {
    double width = exportButton.prefWidth(-1);
    double height = exportButton.prefHeight(-1);
    layoutInArea(
        exportButton,
        Math.max(0, getWidth() - width - BUTTON_MARGIN),
        BUTTON_MARGIN,
        width,
        height,
        0,
        HPos.RIGHT,
        VPos.TOP);
  }

  private void click(MouseEvent event) {
    menu.hide();
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      clicked.accept(at(event));
    }
  }

  private void openMenu(ContextMenuEvent event) {
    if (hasExport.get()) {
      menu.show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private FigurePoint at(MouseEvent event) {
    return new FigurePoint(event.getX(), event.getY(), getWidth(), getHeight());
  }

  private double outputScale() {
    Scene scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  private void repaint() {
    double scale = outputScale();
    int width = (int) Math.ceil(getWidth() * scale);
    int height = (int) Math.ceil(getHeight() * scale);
    if (width > 0 && height > 0) {
      painter.paint(new Painter.Request(getFigure(), getFigureStyle(), width, height, scale));
    }
  }

  private void show(Painter.Painted painted) {
    picture.setImage(painted.image());
    picture.setFitWidth(painted.request().width() / painted.request().scale());
    picture.setFitHeight(painted.request().height() / painted.request().scale());
  }
}
