package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;

/// How far class centres lie from one another: a heat map, dark for far. Numbers are written while
/// they are legible.
///
/// @param title may be empty
/// @param distances `[K, K]` cosine distances; NaN for a class without images
/// @param classNames `[K]`
/// @param most distance of the darkest colour, above 0: the same in maps to be compared
public record CentreDistanceFigure(
    String title, double[][] distances, List<String> classNames, double most) implements Figure {
  private static final int MOST_WITH_NUMBERS = 16;

  public CentreDistanceFigure {
    classNames = List.copyOf(classNames);
    if (distances.length != classNames.size()
        || Arrays.stream(distances).anyMatch(row -> row.length != distances.length)) {
      throw new IllegalArgumentException(
          "%d class names need as many rows and columns of distances, got %d rows"
              .formatted(classNames.size(), distances.length));
    }
    if (!(most > 0)) {
      throw new IllegalArgumentException("the darkest distance must be above 0, got " + most);
    }
  }

  /// The largest of some distances, for [#most]; 1 if there are none.
  public static double largest(List<double[][]> maps) {
    return maps.stream()
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .filter(each -> each > 0)
        .max()
        .orElse(1);
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("class", "other class", "cosine distance of centres");
    for (int row = 0; row < distances.length; row++) {
      for (int column = 0; column < distances.length; column++) {
        rows.add(classNames.get(row), classNames.get(column), distances[row][column]);
      }
    }
    return rows.table();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading =
        new Heading(
            title, "cosine distance between class centres", canvas.lettering(), width, height);
    heading.draw(canvas);
    if (distances.length == 0) {
      canvas.message(heading.body(), "no data");
      return;
    }
    var frame =
        new Frame(
            Axis.categories("", classNames),
            Axis.categories("", classNames).reversed(),
            canvas.lettering(),
            heading.body());
    int k = distances.length;
    Box plot = frame.plot();
    double cellWidth = plot.width() / k;
    double cellHeight = plot.height() / k;
    boolean hasNumbers =
        k <= MOST_WITH_NUMBERS
            && canvas.lettering().width("0.00", TextRole.SMALL) < cellWidth - 3
            && canvas.lettering().size(TextRole.SMALL) < cellHeight - 2;
    double gap = Math.min(cellWidth, cellHeight) > 12 ? 1 : 0;
    for (int row = 0; row < k; row++) {
      for (int column = 0; column < k; column++) {
        var cell =
            new Box(
                plot.x() + column * cellWidth, plot.y() + row * cellHeight, cellWidth, cellHeight);
        drawCell(canvas, cell.inset(0, gap, gap, 0), distances[row][column], hasNumbers);
      }
    }
    frame.drawLabels(canvas);
    canvas.stroke(plot.shape(), style.muted(), 1);
  }

  private void drawCell(Canvas canvas, Box cell, double distance, boolean hasNumber) {
    if (!Double.isFinite(distance)) {
      canvas.centered(
          hasNumber ? "–" : "",
          cell.centerX(),
          cell.centerY(),
          TextRole.SMALL,
          canvas.style().secondary(),
          Align.CENTER);
      return;
    }
    Color color = Palette.sequential(Math.clamp(distance / most, 0, 1), canvas.style());
    canvas.fill(cell.shape(), color);
    if (hasNumber) {
      canvas.centered(
          Numbers.fixed(distance, 2),
          cell.centerX(),
          cell.centerY(),
          TextRole.SMALL,
          Palette.textOn(color),
          Align.CENTER);
    }
  }
}
