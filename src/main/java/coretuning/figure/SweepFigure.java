package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a measure is over two settings of several runs: a heat map, a row for each value of one
/// setting and a column for each of the other.
///
/// @param title may be empty, as may the subtitle
/// @param rowName name of the setting that rows are of, e.g. `N`
/// @param columnName of that of the columns, e.g. `s`
/// @param cells those that have runs
public record SweepFigure(
    String title, String subtitle, String rowName, String columnName, List<Cell> cells)
    implements Figure {
  /// Points from the palest to the darkest colour at least.
  private static final double LEAST_SPAN = 5;

  /// Runs of the same two settings.
  ///
  /// @param mean of the measure over the runs, %
  /// @param runs how many, at least 1
  public record Cell(int row, int column, double mean, int runs) {}

  public SweepFigure {
    cells = List.copyOf(cells);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, subtitle, canvas.lettering(), width, height);
    heading.draw(canvas);
    if (cells.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    int[] rows = cells.stream().mapToInt(Cell::row).distinct().sorted().toArray();
    int[] columns = cells.stream().mapToInt(Cell::column).distinct().sorted().toArray();
    var frame =
        new Frame(
            Axis.categories(columnName, names(columns)),
            Axis.categories(rowName, names(rows)),
            canvas.lettering(),
            heading.body());
    Box plot = frame.plot();
    double cellWidth = plot.width() / columns.length;
    double cellHeight = plot.height() / rows.length;
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        // Rows rise as the axis does.
        var box =
            new Box(
                plot.x() + column * cellWidth,
                plot.bottom() - (row + 1) * cellHeight,
                cellWidth,
                cellHeight);
        draw(canvas, box.inset(1), cell(rows[row], columns[column]));
      }
    }
    frame.drawLabels(canvas);
    canvas.stroke(plot.shape(), style.muted(), 1);
  }

  private static List<String> names(int[] values) {
    return Arrays.stream(values).mapToObj(Integer::toString).toList();
  }

  private Optional<Cell> cell(int row, int column) {
    return cells.stream().filter(each -> each.row() == row && each.column() == column).findFirst();
  }

  private void draw(Canvas canvas, Box box, Optional<Cell> cell) {
    Style style = canvas.style();
    if (cell.isEmpty()) {
      write(canvas, box, box.centerY(), "–", style.secondary(), TextRole.BODY);
      return;
    }
    Color color = Palette.sequential(share(cell.get().mean()), style);
    canvas.fill(box.shape(), color);
    Color ink = Palette.textOn(color);
    double line = canvas.lettering().lineHeight(TextRole.BODY);
    boolean hasRoom = box.height() > 2.4 * line && cell.get().runs() > 1;
    write(
        canvas,
        box,
        box.centerY() - (hasRoom ? line / 2 : 0),
        Numbers.fixed(cell.get().mean(), 1),
        ink,
        TextRole.BODY);
    if (hasRoom) {
      String count = cell.get().runs() + " runs";
      write(canvas, box, box.centerY() + line / 2, count, ink, TextRole.SMALL);
    }
  }

  private static void write(
      Canvas canvas, Box box, double y, String text, Color color, TextRole role) {
    boolean fits =
        canvas.lettering().width(text, role) < box.width() - 3
            && canvas.lettering().size(role) < box.height() - 2;
    if (fits) {
      canvas.centered(text, box.centerX(), y, role, color, Align.CENTER);
    }
  }

  /// Around the middle of all means, from a pale tenth to nine tenths of the scale: differences of
  /// a point or less must not look like day and night.
  private double share(double mean) {
    var range = cells.stream().mapToDouble(Cell::mean).summaryStatistics();
    double span = Math.max(LEAST_SPAN, range.getMax() - range.getMin());
    return 0.5 + 0.8 * (mean - (range.getMin() + range.getMax()) / 2) / span;
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows(rowName, columnName, "mean (%)", "runs");
    cells.forEach(each -> rows.add(each.row(), each.column(), each.mean(), each.runs()));
    return rows.table();
  }
}
