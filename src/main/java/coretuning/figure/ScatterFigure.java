package coretuning.figure;

import coretuning.result.Projection;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A two-dimensional map of an embedding. Both axes have the same scale and no ticks: only
/// neighbourhoods mean something on such a map.
///
/// @param title may be empty
/// @param subtitle may be empty; see [#describe]
/// @param channel what the colours mean, e.g. `class`
/// @param colouring of `[N]` points
public record ScatterFigure(
    String title,
    String subtitle,
    Projection map,
    String channel,
    Colouring colouring,
    Emphasis emphasis)
    implements Figure, Keyed {
  private static final double GOLDEN = 0.6180339887498949;

  public ScatterFigure {
    int n = map.x().length;
    if (colouring.size() != n) {
      throw new IllegalArgumentException(
          "map of %d points got colours of %d".formatted(n, colouring.size()));
    }
    for (Highlight highlight : emphasis.highlights()) {
      if (highlight.index() < 0 || highlight.index() >= n) {
        throw new IllegalArgumentException(
            "highlight must lie in [0, %d), got %d".formatted(n, highlight.index()));
      }
    }
  }

  /// A map coloured by class with nothing that stands out, and a subtitle that says how it was
  /// made.
  ///
  /// @param labels `[N]` classes in [0, K)
  /// @param classNames `[K]`
  public ScatterFigure(String title, Projection map, int[] labels, List<String> classNames) {
    this(
        title,
        describe(map),
        map,
        "class",
        Colouring.Kinds.ofClasses(labels, classNames),
        Emphasis.NONE);
  }

  /// How a map was made, e.g. `t-SNE, seed 1, perplexity 30, 1000 iterations`; of a method without
  /// iterations the name.
  public static String describe(Projection map) {
    if (map.iterations() == 0) {
      return map.method();
    }
    return "%s, seed %d, perplexity %s, %d iterations"
        .formatted(
            map.method(),
            map.seed(),
            Numbers.brief(map.perplexity()).replaceAll("\\.0+$", ""),
            map.iterations());
  }

  /// The same map with another second line; empty for none.
  public ScatterFigure withSubtitle(String newSubtitle) {
    return new ScatterFigure(title, newSubtitle, map, channel, colouring, emphasis);
  }

  /// The same map with other points that stand out.
  public ScatterFigure withEmphasis(Emphasis newEmphasis) {
    return new ScatterFigure(title, subtitle, map, channel, colouring, newEmphasis);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var layout = new Layout(width, height, style);
    layout.heading.draw(canvas);
    if (layout.rows.isEmpty()) {
      canvas.message(layout.heading.body(), "no data");
      return;
    }
    layout.legend.draw(canvas);
    canvas.stroke(layout.box.shape(), style.grid(), 1);
    drawPoints(canvas, layout);
    drawHighlights(canvas, layout);
  }

  /// First the grey points. Rows sorted by class would let the last class hide the others: those in
  /// front are walked through in a stride.
  private void drawPoints(Canvas canvas, Layout layout) {
    int n = size();
    BitSet front = emphasis.frontOf(n);
    BitSet crossed = emphasis.crossedRows();
    var stamps = new Stamps(canvas, layout.radius);
    layout.rows.stream()
        .filter(i -> !front.get(i))
        .forEach(i -> stamps.dot(layout.x(i), layout.y(i), canvas.style().muted()));
    int[] colours = colouring.colours(canvas.style());
    int stride = coprime((int) (n * GOLDEN), n);
    for (int k = 0; k < n; k++) {
      int i = (int) ((long) k * stride % n);
      if (front.get(i) && layout.rows.get(i)) {
        var colour = new Color(colours[i]);
        if (crossed.get(i)) {
          Shape cross = Mark.CROSS.shape(layout.x(i), layout.y(i), layout.radius * 1.3);
          canvas.stroke(cross, colour, Math.max(0.8, 0.5 * layout.radius));
        } else {
          stamps.dot(layout.x(i), layout.y(i), colour);
        }
      }
    }
    stamps.close();
  }

  private void drawHighlights(Canvas canvas, Layout layout) {
    double radius = Math.max(6.5, layout.radius * 1.8);
    int[] colours = colouring.colours(canvas.style());
    for (Highlight each : emphasis.highlights()) {
      if (!layout.rows.get(each.index())) {
        continue;
      }
      var shape = each.mark().shape(layout.x(each.index()), layout.y(each.index()), radius);
      canvas.stroke(shape, canvas.style().background(), 4.5);
      if (!each.mark().isOpen()) {
        canvas.fill(shape, new Color(colours[each.index()]));
      }
      canvas.stroke(shape, canvas.style().foreground(), 1.6);
    }
  }

  @Override
  public List<Legend.Entry> legend(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (Highlight each : emphasis.highlights()) {
      entries.add(Legend.Entry.of(each.name(), style.foreground(), each.mark()));
    }
    BitSet coloured = emphasis.frontOf(size());
    coloured.and(emphasis.shownOf(size()));
    entries.addAll(ColourKey.entries(colouring, channel, coloured, style));
    return entries;
  }

  @Override
  public FigureTable data() {
    BitSet shown = emphasis.shownOf(size());
    BitSet front = emphasis.frontOf(size());
    var rows = new FigureTable.Rows("row", "x", "y", channel, "shown", "selected");
    for (int i = 0; i < size(); i++) {
      rows.add(
          i,
          map.x()[i],
          map.y()[i],
          colouring.value(i),
          shown.get(i),
          shown.get(i) && front.get(i));
    }
    return rows.table();
  }

  private int size() {
    return map.x().length;
  }

  private static int coprime(int wished, int n) {
    int stride = Math.max(1, wished);
    while (gcd(stride, n) != 1) {
      stride++;
    }
    return stride;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /// Where everything lies in a drawing of one size.
  private final class Layout {
    private final Heading heading;
    private final Legend legend;
    private final Box box;
    private final double radius;
    private final BitSet rows;
    private final double scale;
    private final double middleX;
    private final double middleY;

    Layout(double width, double height, Style style) {
      var lettering = new Lettering(style);
      heading = new Heading(title, subtitle, lettering, width, height);
      legend = Legend.beside(legend(style), lettering, heading.body());
      box = legend.rest();
      rows = drawn();
      double[] x = rows.stream().mapToDouble(i -> map.x()[i]).toArray();
      double[] y = rows.stream().mapToDouble(i -> map.y()[i]).toArray();
      radius =
          Math.clamp(Math.sqrt(box.width() * box.height() / Math.max(1, x.length)) / 8, 1.3, 4.5);
      var rangeX = Arrays.stream(x).summaryStatistics();
      var rangeY = Arrays.stream(y).summaryStatistics();
      double margin = radius + 6;
      double room =
          Math.min(
              (box.width() - 2 * margin) / (rangeX.getMax() - rangeX.getMin()),
              (box.height() - 2 * margin) / (rangeY.getMax() - rangeY.getMin()));
      scale = Double.isFinite(room) ? room : 1;
      middleX = rangeX.getMin() / 2 + rangeX.getMax() / 2;
      middleY = rangeY.getMin() / 2 + rangeY.getMax() / 2;
    }

    private BitSet drawn() {
      BitSet found = emphasis.shownOf(size());
      for (int i = 0; i < size(); i++) {
        if (!Double.isFinite(map.x()[i]) || !Double.isFinite(map.y()[i])) {
          found.clear(i);
        }
      }
      return found;
    }

    double x(int i) {
      return box.centerX() + (map.x()[i] - middleX) * scale;
    }

    double y(int i) {
      return box.centerY() - (map.y()[i] - middleY) * scale;
    }
  }
}
