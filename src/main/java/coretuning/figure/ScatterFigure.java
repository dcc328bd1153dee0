package coretuning.figure;

import coretuning.result.Projection;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A two-dimensional map of an embedding, one colour per class. Both axes have the same scale and
/// no ticks: only neighbourhoods mean something on such a map.
public final class ScatterFigure implements Figure, Keyed {
  /// How far from a dot's centre the pointer still hits it, logical pixels.
  private static final double REACH = 6;

  private static final double GOLDEN = 0.6180339887498949;

  private final String title;
  private final String subtitle;
  private final Projection map;
  private final int[] labels;
  private final List<String> classNames;
  private final List<Highlight> highlights;
  private final Optional<BitSet> selection;

  /// A map with everything that can be shown on it.
  ///
  /// @param subtitle may be empty; see [#describe]
  /// @param labels `[N]` classes in [0, K)
  /// @param classNames `[K]`
  /// @param highlights drawn large above all points
  /// @param selection rows that keep their colour while the rest is grey; empty for all
  public ScatterFigure(
      String title,
      String subtitle,
      Projection map,
      int[] labels,
      List<String> classNames,
      List<Highlight> highlights,
      Optional<BitSet> selection) {
    if (map.x().length != labels.length || map.y().length != labels.length) {
      throw new IllegalArgumentException(
          "map of %d points got %d labels".formatted(map.x().length, labels.length));
    }
    for (int label : labels) {
      if (label < 0 || label >= classNames.size()) {
        throw new IllegalArgumentException(
            "label must lie in [0, %d), got %d".formatted(classNames.size(), label));
      }
    }
    for (Highlight highlight : highlights) {
      if (highlight.index() < 0 || highlight.index() >= labels.length) {
        throw new IllegalArgumentException(
            "highlight must lie in [0, %d), got %d".formatted(labels.length, highlight.index()));
      }
    }
    this.title = title;
    this.subtitle = subtitle;
    this.map = map;
    this.labels = labels;
    this.classNames = List.copyOf(classNames);
    this.highlights = List.copyOf(highlights);
    this.selection = selection.map(rows -> (BitSet) rows.clone());
  }

  /// A map with nothing highlighted or selected, and a subtitle that says how it was made.
  public ScatterFigure(String title, Projection map, int[] labels, List<String> classNames) {
    this(title, describe(map), map, labels, classNames, List.of(), Optional.empty());
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
    return new ScatterFigure(title, newSubtitle, map, labels, classNames, highlights, selection);
  }

  /// The same map with other points drawn large.
  public ScatterFigure withHighlights(List<Highlight> newHighlights) {
    return new ScatterFigure(title, subtitle, map, labels, classNames, newHighlights, selection);
  }

  /// The same map with other points in colour.
  ///
  /// @param rows to keep in colour; empty for all
  public ScatterFigure withSelection(Optional<BitSet> rows) {
    return new ScatterFigure(title, subtitle, map, labels, classNames, highlights, rows);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var layout = new Layout(width, height, style);
    layout.heading.draw(canvas);
    if (layout.shown == 0) {
      canvas.message(layout.heading.body(), "no data");
      return;
    }
    layout.legend.draw(canvas);
    canvas.stroke(layout.box.shape(), style.grid(), 1);
    var stamps = new Stamps(canvas, layout.radius);
    // Rows sorted by class would let the last class hide the others: walk through them in a stride.
    int n = labels.length;
    int stride = coprime((int) (n * GOLDEN), n);
    if (selection.isPresent()) {
      IntStream.range(0, n)
          .filter(i -> !isSelected(i) && layout.shows(i))
          .forEach(i -> stamps.dot(layout.x(i), layout.y(i), style.muted()));
    }
    for (int k = 0; k < n; k++) {
      int i = (int) ((long) k * stride % n);
      if (isSelected(i) && layout.shows(i)) {
        stamps.dot(layout.x(i), layout.y(i), Palette.category(labels[i], style));
      }
    }
    stamps.close();
    drawHighlights(canvas, layout);
  }

  @Override
  public List<Legend.Entry> legend(Style style) {
    return entries(style);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("row", "x", "y", "label", "class", "selected");
    for (int i = 0; i < labels.length; i++) {
      rows.add(i, map.x()[i], map.y()[i], labels[i], classNames.get(labels[i]), isSelected(i));
    }
    return rows.table();
  }

  private void drawHighlights(Canvas canvas, Layout layout) {
    double radius = Math.max(6.5, layout.radius * 1.8);
    for (Highlight each : highlights) {
      if (!layout.shows(each.index())) {
        continue;
      }
      Color color = Palette.category(labels[each.index()], canvas.style());
      var shape = each.mark().shape(layout.x(each.index()), layout.y(each.index()), radius);
      canvas.stroke(shape, canvas.style().background(), 4.5);
      if (!each.mark().isOpen()) {
        canvas.fill(shape, color);
      }
      canvas.stroke(shape, canvas.style().foreground(), 1.6);
    }
  }

  private boolean isSelected(int row) {
    return selection.map(rows -> rows.get(row)).orElse(true);
  }

  /// The row whose dot lies nearest to a place on the drawing, within a few pixels of it; with a
  /// selection only selected rows are hit.
  ///
  /// @param x logical pixels from the left of a drawing of the given size and style
  /// @param y logical pixels from the top
  public OptionalInt nearest(double x, double y, double width, double height, Style style) {
    var layout = new Layout(width, height, style);
    int best = -1;
    double least = Math.max(REACH, layout.radius + 2);
    for (int i = 0; i < labels.length && layout.shown > 0; i++) {
      if (isSelected(i) && layout.shows(i)) {
        double distance = Math.hypot(layout.x(i) - x, layout.y(i) - y);
        if (distance <= least) {
          least = distance;
          best = i;
        }
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
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

  private List<Legend.Entry> entries(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (Highlight each : highlights) {
      entries.add(Legend.Entry.of(each.name(), style.foreground(), each.mark()));
    }
    var present = new BitSet();
    IntStream.range(0, labels.length).filter(this::isSelected).forEach(i -> present.set(labels[i]));
    for (int k = 0; k < classNames.size(); k++) {
      Color color = present.get(k) ? Palette.category(k, style) : style.muted();
      entries.add(Legend.Entry.of(classNames.get(k), color, Mark.DOT));
    }
    return entries;
  }

  /// Where everything lies in a drawing of one size: shared by drawing and hit test.
  private final class Layout {
    private final Heading heading;
    private final Legend legend;
    private final Box box;
    private final double radius;
    private final int shown;
    private final double scale;
    private final double middleX;
    private final double middleY;

    Layout(double width, double height, Style style) {
      var lettering = new Lettering(style);
      heading = new Heading(title, subtitle, lettering, width, height);
      legend = Legend.beside(entries(style), lettering, heading.body());
      box = legend.rest();
      double[] x = rows().mapToDouble(i -> map.x()[i]).toArray();
      double[] y = rows().mapToDouble(i -> map.y()[i]).toArray();
      shown = x.length;
      radius = Math.clamp(Math.sqrt(box.width() * box.height() / Math.max(1, shown)) / 8, 1.3, 4.5);
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

    private IntStream rows() {
      return IntStream.range(0, labels.length).filter(this::shows);
    }

    boolean shows(int i) {
      return Double.isFinite(map.x()[i]) && Double.isFinite(map.y()[i]);
    }

    double x(int i) {
      return box.centerX() + (map.x()[i] - middleX) * scale;
    }

    double y(int i) {
      return box.centerY() - (map.y()[i] - middleY) * scale;
    }
  }
}
