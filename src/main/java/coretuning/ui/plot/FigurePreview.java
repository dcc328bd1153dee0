package coretuning.ui.plot;

import coretuning.figure.Figure;
import coretuning.figure.Style;
import coretuning.spec.FigureLook;
import coretuning.spec.Sheet;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Shows a sheet of paper with a figure on it, as large as the node allows: the layout is that of
/// the file. For the JavaFX thread.
public final class FigurePreview extends StackPane {
  private static final PseudoClass CLEAR_DARK = PseudoClass.getPseudoClass("clear-dark");
  private static final PseudoClass CLEAR = PseudoClass.getPseudoClass("clear");

  private final Figure figure;
  private final ImageView picture = new ImageView();
  private final Region sheet = new Region();
  private final Painter painter = new Painter(this::show);
  private Optional<FigureLook> look = Optional.empty();

  /// @param figure to show once a look is given
  public FigurePreview(Figure figure) {
    this.figure = figure;
    getStyleClass().add("figure-preview");
    sheet.getStyleClass().add("figure-sheet");
    setMinSize(200, 150);
    getChildren().addAll(sheet, picture);
    widthProperty().subscribe(width -> repaint());
    heightProperty().subscribe(height -> repaint());
  }

  /// Shows the figure as it would be on paper.
  public void show(FigureLook wanted) {
    look = Optional.of(wanted);
    repaint();
  }

  private void repaint() {
    double room = Math.max(1, getWidth() - getInsets().getLeft() - getInsets().getRight());
    double high = Math.max(1, getHeight() - getInsets().getTop() - getInsets().getBottom());
    look.ifPresent(wanted -> {
      Sheet paper = wanted.sheet();
      double shrink = Math.min(room / paper.logicalWidth(), high / paper.logicalHeight());
      double scale = shrink * outputScale();
      int width = (int) Math.round(paper.logicalWidth() * scale);
      int height = (int) Math.round(paper.logicalHeight() * scale);
      if (width > 0 && height > 0) {
        painter.paint(new Painter.Request(figure, Style.of(wanted), width, height, scale));
      }
      sheet.pseudoClassStateChanged(CLEAR, wanted.ground() == FigureLook.Ground.CLEAR);
      sheet.pseudoClassStateChanged(CLEAR_DARK, wanted.ground() == FigureLook.Ground.CLEAR_DARK);
    });
  }

  private double outputScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  private void show(Painter.Painted painted) {
    double width = painted.request().width() / outputScale();
    double height = painted.request().height() / outputScale();
    picture.setImage(painted.image());
    picture.setFitWidth(width);
    picture.setFitHeight(height);
    sheet.setMaxSize(width, height);
  }
}
