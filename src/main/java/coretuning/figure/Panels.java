package coretuning.figure;

import coretuning.spec.LegendPlace;
import coretuning.spec.Surround;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Several figures in an even grid under one title, e.g. the maps of two runs side by side.
///
/// @param title may be empty
/// @param figures row by row
/// @param columns at least 1
public record Panels(String title, List<Figure> figures, int columns) implements Figure {
  /// From this size on a panel's letters are as large as the whole figure's, logical pixels.
  private static final double FULL_WIDTH = 420;

  private static final double FULL_HEIGHT = 300;

  public Panels {
    figures = List.copyOf(figures);
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be at least 1, got " + columns);
    }
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, "", canvas.lettering(), width, height);
    heading.draw(canvas);
    if (figures.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    sharedLegend(width, height, style).draw(canvas);
    List<Box> cells = cells(width, height, style);
    Style inside = partStyle(width, height, style);
    for (int i = 0; i < figures.size(); i++) {
      Box cell = cells.get(i);
      var part = (Graphics2D) graphics.create();
      part.translate(cell.x(), cell.y());
      part.clip(new Box(0, 0, cell.width(), cell.height()).shape());
      figures.get(i).draw(part, cell.width(), cell.height(), inside);
      part.dispose();
    }
  }

  /// The panels' tables below each other, by their titles or numbers from 1.
  @Override
  public FigureTable data() {
    List<String> names =
        IntStream.range(0, figures.size())
            .mapToObj(i -> {
              String name = figures.get(i).title();
              return name.isEmpty() ? Integer.toString(i + 1) : name;
            })
            .toList();
    return FigureTable.joined(names, figures.stream().map(Figure::data).toList());
  }

  private List<Box> cells(double width, double height, Style style) {
    // Figures bring their own margins.
    Box place = new Box(0, 0, width, height);
    if (!title.isEmpty() && style.surround().hasTitle()) {
      double top = body(width, height, style).y();
      place = place.inset(top, 0, 0, 0);
    }
    if (!shared(style).isEmpty()) {
      Box body = body(width, height, style);
      Box rest = sharedLegend(width, height, style).rest();
      place =
          new Box(
              0,
              rest.y() > body.y() ? rest.y() : place.y(),
              rest.right() < body.right() ? rest.right() : width,
              0);
      double bottom = rest.bottom() < body.bottom() ? rest.bottom() : height;
      place = new Box(0, place.y(), place.width(), bottom - place.y());
    }
    return cellsOf(place);
  }

  private Box body(double width, double height, Style style) {
    return new Heading(title, "", new Lettering(style), width, height).body();
  }

  /// The one legend of panels that name the same things in the same colours; else without entries.
  private Legend sharedLegend(double width, double height, Style style) {
    return Legend.above(shared(style), new Lettering(style), body(width, height, style));
  }

  private List<Legend.Entry> shared(Style style) {
    return SharedLegend.of(figures, style);
  }

  private List<Box> cellsOf(Box place) {
    return IntStream.range(0, figures.size())
        .mapToObj(i -> place.cell(i % columns, columns, i / columns, rows(), 0))
        .toList();
  }

  private int rows() {
    return Math.max(1, (figures.size() + columns - 1) / columns);
  }

  /// The style in which the figures of a drawing of the given size are drawn: small panels have
  /// smaller letters, none has a legend that all share, and each keeps its title, which tells it
  /// from the others. Hit tests of the figures need it.
  public Style partStyle(double width, double height, Style style) {
    double share = Math.min(width / columns / FULL_WIDTH, height / rows() / FULL_HEIGHT);
    LegendPlace legend = shared(style).isEmpty() ? style.surround().legend() : LegendPlace.NONE;
    return style
        .withFontSize(Math.max(4, style.fontSize() * Math.clamp(Math.sqrt(share), 0.65, 1)))
        .withSurround(new Surround(true, legend));
  }

  /// The figure under a place on the drawing, and that place on it, for hit tests.
  ///
  /// @param x logical pixels from the left of a drawing of the given size and style
  /// @param y logical pixels from the top
  /// @return empty over the title and over empty cells
  public Optional<Hit> at(double x, double y, double width, double height, Style style) {
    List<Box> cells = cells(width, height, style);
    for (int i = 0; i < figures.size(); i++) {
      Box cell = cells.get(i);
      if (cell.contains(x, y)) {
        return Optional.of(new Hit(i, x - cell.x(), y - cell.y(), cell.width(), cell.height()));
      }
    }
    return Optional.empty();
  }

  /// A place on one of the figures.
  ///
  /// @param index of the figure
  /// @param x logical pixels from the figure's left
  /// @param y logical pixels from the figure's top
  /// @param width of the figure
  /// @param height of the figure
  public record Hit(int index, double x, double y, double width, double height) {}
}
