package coretuning.figure;

import coretuning.figure.Canvas.Align;
import coretuning.result.FocalCourse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The focal weight of every anchor in every recorded epoch: a heat map, a row an anchor, a column
/// an epoch. Hatched is where an image was no anchor. Where there are more anchors than pixels, a
/// line of pixels shows the mean of the anchors that fall on it.
///
/// @param title may be empty
/// @param epochs recorded epochs, ascending
/// @param rows the anchors from top to bottom
/// @param classNames `[K]`
/// @param selected sample whose row is marked, if it is there
public record FocalHeatFigure(
    String title, List<Integer> epochs, Rows rows, List<String> classNames, OptionalInt selected)
    implements Figure {
  private static final String SCALE = "focal weight";
  private static final double HATCH = 5;

  /// What shows a vector file has finer pixels than a logical one.
  private static final double VECTOR_SCALE = 2;

  /// The anchors and their order.
  ///
  /// @param order in words, e.g. `largest mean weight first`
  /// @param isByClass whether anchors of a class follow each other: then classes are named
  public record Rows(List<FocalCourse> courses, String order, boolean isByClass) {
    public Rows {
      courses = List.copyOf(courses);
    }
  }

  /// One anchor in one recorded epoch.
  ///
  /// @param position of the epoch among the recorded ones
  public record Cell(FocalCourse course, int position) {}

  public FocalHeatFigure {
    epochs = List.copyOf(epochs);
    classNames = List.copyOf(classNames);
  }

  @Override
  public FigureTable data() {
    var table = new FigureTable.Rows("sample", "class", "epoch", SCALE);
    for (FocalCourse course : rows.courses()) {
      for (int i = 0; i < epochs.size(); i++) {
        double weight = course.weight(i);
        table.add(
            course.sample(),
            classNames.get(course.label()),
            epochs.get(i),
            Double.isFinite(weight) ? weight : "");
      }
    }
    return table.table();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    if (isEmpty()) {
      var heading = heading(canvas.lettering(), width, height);
      heading.draw(canvas);
      canvas.message(heading.body(), "no data");
      return;
    }
    var layout = new Layout(width, height, style);
    layout.heading.draw(canvas);
    Box plot = layout.plot();
    if (plot.width() < 1 || plot.height() < 1) {
      return;
    }
    hatch(canvas, plot);
    drawCells(canvas, layout);
    canvas.stroke(plot.shape(), style.muted(), 1);
    layout.frame.drawLabels(canvas);
    if (rows.isByClass()) {
      drawClasses(canvas, layout);
    }
    mark(canvas, layout);
    double line = 2 * canvas.lettering().lineHeight(TextRole.SMALL);
    double bottom = hasGaps() ? Math.max(plot.y() + 1, plot.bottom() - line) : plot.bottom();
    layout.bar.draw(canvas, plot.y(), bottom);
    if (hasGaps()) {
      drawGapKey(canvas, layout, plot.bottom());
    }
  }

  private boolean isEmpty() {
    return epochs.isEmpty() || rows.courses().isEmpty();
  }

  private boolean hasGaps() {
    return rows.courses().stream().anyMatch(each -> each.epochsSeen() < epochs.size());
  }

  private Heading heading(Lettering lettering, double width, double height) {
    String subtitle =
        isEmpty()
            ? ""
            : "%s anchors in %d recorded epochs, %s"
                .formatted(Numbers.grouped(rows.courses().size()), epochs.size(), rows.order());
    return new Heading(title, subtitle, lettering, width, height);
  }

  /// Slanted lines on the ground: cells are drawn over it where there is a weight.
  private static void hatch(Canvas canvas, Box place) {
    Shape before = canvas.graphics().getClip();
    canvas.graphics().clip(place.shape());
    Color color = canvas.style().muted();
    for (double x = place.x() - place.height(); x < place.right(); x += HATCH) {
      canvas.line(x, place.bottom(), x + place.height(), place.y(), color, 1);
    }
    canvas.graphics().setClip(before);
  }

  private void drawCells(Canvas canvas, Layout layout) {
    Graphics2D graphics = canvas.graphics();
    Box plot = layout.plot();
    boolean isVector = canvas.isVector();
    double scale = isVector ? VECTOR_SCALE : Math.abs(graphics.getTransform().getScaleY());
    int count = rows.courses().size();
    int bands = Math.min(count, Math.max(1, (int) (plot.height() * scale)));
    // Smooth edges would let the ground shine through between neighbours; a drawing that is
    // enlarged later needs them to overlap instead.
    double overlap = isVector ? 0.3 : 0;
    var smooth = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    for (int band = 0; band < bands; band++) {
      int from = (int) ((long) band * count / bands);
      int to = (int) ((band + 1L) * count / bands);
      for (int column = 0; column < epochs.size(); column++) {
        double weight = mean(from, to, column);
        if (Double.isFinite(weight)) {
          Box cell = plot.cell(column, epochs.size(), band, bands, 0);
          canvas.fill(
              new Box(cell.x(), cell.y(), cell.width() + overlap, cell.height() + overlap).shape(),
              layout.bar.colour(weight, canvas.style()));
        }
      }
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
  }

  /// Mean of the known weights of some rows; NaN if none is known.
  private double mean(int from, int to, int column) {
    return IntStream.range(from, to)
        .mapToDouble(row -> rows.courses().get(row).weight(column))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /// A line below each class and its name beside it, where there is room for the name.
  private void drawClasses(Canvas canvas, Layout layout) {
    Box plot = layout.plot();
    Lettering lettering = canvas.lettering();
    double line = lettering.lineHeight(TextRole.BODY);
    List<FocalCourse> courses = rows.courses();
    double free = plot.y() - line;
    int first = 0;
    for (int row = 1; row <= courses.size(); row++) {
      if (row < courses.size() && courses.get(row).label() == courses.get(first).label()) {
        continue;
      }
      double middle = (layout.top(first) + layout.top(row)) / 2;
      if (row < courses.size()) {
        canvas.line(
            plot.x() - 4,
            layout.top(row),
            plot.right(),
            layout.top(row),
            canvas.style().foreground(),
            0.6);
      }
      if (middle - line / 2 >= free) {
        canvas.centered(
            lettering.fit(
                classNames.get(courses.get(first).label()), TextRole.BODY, layout.nameRoom),
            plot.x() - 6,
            middle,
            TextRole.BODY,
            canvas.style().secondary(),
            Align.RIGHT);
        free = middle + line / 2;
      }
      first = row;
    }
  }

  private void mark(Canvas canvas, Layout layout) {
    OptionalInt row =
        IntStream.range(0, selected.isPresent() ? rows.courses().size() : 0)
            .filter(each -> rows.courses().get(each).sample() == selected.getAsInt())
            .findFirst();
    row.ifPresent(each -> {
      Box plot = layout.plot();
      double top = layout.top(each);
      double height = layout.top(each + 1) - top;
      double thick = Math.max(3, height);
      double y = top + height / 2 - thick / 2;
      Color ink = canvas.style().foreground();
      canvas.stroke(new Box(plot.x(), y, plot.width(), thick).shape(), ink, 1.6);
      var arrow = new Path2D.Double();
      arrow.moveTo(plot.right() + 1, y + thick / 2);
      arrow.lineTo(plot.right() + 8, y + thick / 2 - 5);
      arrow.lineTo(plot.right() + 8, y + thick / 2 + 5);
      arrow.closePath();
      canvas.fill(arrow, ink);
    });
  }

  private static void drawGapKey(Canvas canvas, Layout layout, double bottom) {
    double size = canvas.style().fontSize();
    Box swatch = new Box(layout.bar.left(), bottom - size, size, size);
    hatch(canvas, swatch);
    canvas.stroke(swatch.shape(), canvas.style().muted(), 1);
    canvas.centered(
        "none",
        swatch.right() + 4,
        swatch.centerY(),
        TextRole.SMALL,
        canvas.style().secondary(),
        Align.LEFT);
  }

  /// The cell at a place on a drawing of the given size and style.
  ///
  /// @param x logical pixels from the left
  /// @param y logical pixels from the top
  public Optional<Cell> cellAt(double x, double y, double width, double height, Style style) {
    if (isEmpty()) {
      return Optional.empty();
    }
    Box plot = new Layout(width, height, style).plot();
    int row = (int) Math.floor((y - plot.y()) / plot.height() * rows.courses().size());
    int column = (int) Math.floor((x - plot.x()) / plot.width() * epochs.size());
    boolean isInside =
        row >= 0 && row < rows.courses().size() && column >= 0 && column < epochs.size();
    return isInside ? Optional.of(new Cell(rows.courses().get(row), column)) : Optional.empty();
  }

  /// Where things lie: the same for drawing and for hit tests.
  private final class Layout {
    private static final double MOST_NAME_SHARE = 0.25;

    private final Heading heading;
    private final ColourBar bar;
    private final Frame frame;
    private final double nameRoom;

    Layout(double width, double height, Style style) {
      var lettering = new Lettering(style);
      heading = heading(lettering, width, height);
      double[] known =
          rows.courses().stream()
              .flatMapToDouble(each -> Arrays.stream(each.weights()))
              .filter(Double::isFinite)
              .toArray();
      var range = Arrays.stream(known).summaryStatistics();
      bar = ColourBar.around(SCALE, range.getMin(), range.getMax(), lettering, heading.body());
      Box area = bar.rest();
      nameRoom =
          rows.isByClass()
              ? Math.min(
                  lettering.widest(classNames, TextRole.BODY), MOST_NAME_SHARE * area.width())
              : 0;
      int count = rows.courses().size();
      Axis y =
          rows.isByClass()
              ? new Axis("", count, 0, Axis.Scale.CATEGORICAL, List.of())
              : new Axis("rank", count + 0.5, 0.5, Axis.Scale.INTEGER, List.of());
      frame =
          new Frame(
              Axis.categories("epoch", epochs.stream().map(String::valueOf).toList()),
              y,
              lettering,
              area.inset(0, 0, 0, nameRoom));
    }

    Box plot() {
      return frame.plot();
    }

    /// Where a row begins.
    double top(int row) {
      return plot().y() + plot().height() * row / rows.courses().size();
    }
  }
}
