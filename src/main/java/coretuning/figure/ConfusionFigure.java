package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Confusion matrix: rows are true classes, columns predictions. Colour is the share of the row, so
/// that rare classes show as well as frequent ones; numbers are counts, written while they are
/// legible.
///
/// @param title may be empty
/// @param counts `[K, K]` at least 0, row true class, column prediction
/// @param classNames `[K]`
public record ConfusionFigure(String title, int[][] counts, List<String> classNames)
    implements Figure {
  private static final int MOST_WITH_NUMBERS = 25;

  public ConfusionFigure {
    classNames = List.copyOf(classNames);
    if (counts.length != classNames.size()) {
      throw new IllegalArgumentException(
          "confusion matrix of %d rows got %d class names"
              .formatted(counts.length, classNames.size()));
    }
    for (int[] row : counts) {
      if (row.length != counts.length || Arrays.stream(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException(
            "a confusion matrix needs %d counts of at least 0 per row, got %s"
                .formatted(counts.length, Arrays.toString(row)));
      }
    }
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, subtitle(), canvas.lettering(), width, height);
    heading.draw(canvas);
    if (subtitle().isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Frame frame = squareFrame(canvas.lettering(), heading.body());
    drawCells(canvas, frame);
    frame.drawLabels(canvas);
    Box plot = frame.plot();
    canvas.stroke(plot.shape(), style.muted(), 1);
    drawBar(
        canvas,
        new Box(plot.right() + style.fontSize(), plot.y(), style.fontSize(), plot.height()));
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("true class", "predicted class", "count");
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts.length; column++) {
        rows.add(classNames.get(row), classNames.get(column), counts[row][column]);
      }
    }
    return rows.table();
  }

  /// A cell of the matrix.
  public record Cell(int label, int prediction) {}

  /// The cell at a place on a drawing of the given size and style.
  ///
  /// @param x logical pixels from the left
  /// @param y logical pixels from the top
  public Optional<Cell> cellAt(double x, double y, double width, double height, Style style) {
    Box plot = plot(width, height, style);
    int row = (int) Math.floor((y - plot.y()) / plot.height() * counts.length);
    int column = (int) Math.floor((x - plot.x()) / plot.width() * counts.length);
    boolean isInside = row >= 0 && row < counts.length && column >= 0 && column < counts.length;
    return isInside ? Optional.of(new Cell(row, column)) : Optional.empty();
  }

  /// Where a cell lies on a drawing of the given size and style, logical pixels.
  public Rectangle2D area(Cell cell, double width, double height, Style style) {
    Box plot = plot(width, height, style);
    double cellWidth = plot.width() / counts.length;
    double cellHeight = plot.height() / counts.length;
    return new Rectangle2D.Double(
        plot.x() + cell.prediction() * cellWidth,
        plot.y() + cell.label() * cellHeight,
        cellWidth,
        cellHeight);
  }

  private Box plot(double width, double height, Style style) {
    var lettering = new Lettering(style);
    var heading = new Heading(title, subtitle(), lettering, width, height);
    return squareFrame(lettering, heading.body()).plot();
  }

  private String subtitle() {
    long total = Arrays.stream(counts).flatMapToInt(Arrays::stream).asLongStream().sum();
    long right = IntStream.range(0, counts.length).mapToLong(i -> counts[i][i]).sum();
    return total == 0
        ? ""
        : "%s %% of %s images right"
            .formatted(Numbers.fixed(100.0 * right / total, 1), Numbers.grouped(total));
  }

  private Frame squareFrame(Lettering lettering, Box body) {
    Box area = body.inset(0, 5 * lettering.style().fontSize(), 0, 0);
    Axis x = Axis.categories("predicted class", classNames);
    Axis y = Axis.categories("true class", classNames).reversed();
    Box plot = new Frame(x, y, lettering, area).plot();
    double surplusWidth = plot.width() - plot.height();
    // Cells may be a third wider than high: more room for numbers, less empty paper.
    double cut = Math.max(0, plot.width() - 1.35 * plot.height());
    Box square =
        surplusWidth > 0 ? area.inset(0, cut / 2, 0, cut / 2) : area.inset(0, 0, -surplusWidth, 0);
    return new Frame(x, y, lettering, square);
  }

  private void drawCells(Canvas canvas, Frame frame) {
    int k = counts.length;
    Box plot = frame.plot();
    double cellWidth = plot.width() / k;
    double cellHeight = plot.height() / k;
    int largest = Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0);
    boolean hasNumbers =
        k <= MOST_WITH_NUMBERS
            && canvas.lettering().width(Integer.toString(largest), TextRole.SMALL) < cellWidth - 3
            && canvas.lettering().size(TextRole.SMALL) < cellHeight - 2;
    double gap = Math.min(cellWidth, cellHeight) > 12 ? 1 : 0;
    for (int row = 0; row < k; row++) {
      double sum = Arrays.stream(counts[row]).sum();
      for (int column = 0; column < k; column++) {
        Color color = Palette.sequential(sum == 0 ? 0 : counts[row][column] / sum, canvas.style());
        Box cell =
            new Box(
                plot.x() + column * cellWidth, plot.y() + row * cellHeight, cellWidth, cellHeight);
        canvas.fill(cell.inset(0, gap, gap, 0).shape(), color);
        if (hasNumbers) {
          drawNumber(canvas, cell, counts[row][column], color);
        }
      }
    }
  }

  private static void drawNumber(Canvas canvas, Box cell, int count, Color color) {
    Color ink = count == 0 ? canvas.style().muted() : Palette.textOn(color);
    canvas.centered(
        Integer.toString(count), cell.centerX(), cell.centerY(), TextRole.SMALL, ink, Align.CENTER);
  }

  private static void drawBar(Canvas canvas, Box bar) {
    int steps = 100;
    for (int i = 0; i < steps; i++) {
      Box part = bar.cell(0, 1, steps - 1 - i, steps, 0);
      canvas.fill(
          new Box(part.x(), part.y(), part.width(), part.height() + 0.5).shape(),
          Palette.sequential(i / (steps - 1.0), canvas.style()));
    }
    canvas.stroke(bar.shape(), canvas.style().muted(), 1);
    Color ink = canvas.style().secondary();
    double x = bar.right() + 4;
    for (int percent = 0; percent <= 100; percent += bar.height() > 90 ? 25 : 50) {
      double y = bar.bottom() - bar.height() * percent / 100;
      canvas.centered(percent + "%", x, y, TextRole.SMALL, ink, Align.LEFT);
    }
  }
}
