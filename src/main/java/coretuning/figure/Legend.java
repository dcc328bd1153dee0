package coretuning.figure;

import coretuning.figure.Canvas.Align;
import coretuning.spec.LegendPlace;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/// Names of colours and markers, outside the plot: in rows above it or in columns beside or below
/// it. What does not fit is counted, not dropped in silence.
final class Legend {
  private static final double MOST_WIDTH_SHARE = 0.34;
  private static final double MOST_HEIGHT_SHARE = 0.34;
  private static final int MOST_ROWS_ABOVE = 4;
  private static final double MOST_SHARE_ABOVE = 0.36;

  /// @param mark a dot for points, a square for areas ...
  /// @param isLine draws a short line instead of the mark
  record Entry(String name, Color color, Mark mark, boolean isLine) {
    static Entry line(String name, Color color) {
      return new Entry(name, color, Mark.DOT, true);
    }

    static Entry of(String name, Color color, Mark mark) {
      return new Entry(name, color, mark, false);
    }
  }

  private record Placed(Entry entry, String text, double x, double y) {}

  private final Lettering lettering;
  private final List<Placed> placed = new ArrayList<>();
  private Box rest;

  private Legend(Lettering lettering, Box area) {
    this.lettering = lettering;
    this.rest = area;
  }

  /// Rows above the plot, unless the style wants another place: for few, possibly long names.
  static Legend above(List<Entry> entries, Lettering lettering, Box area) {
    return placed(entries, lettering, area, LegendPlace.TOP);
  }

  /// Columns on the right of a wide area, else below, unless the style wants another place: for
  /// many short names.
  static Legend beside(List<Entry> entries, Lettering lettering, Box area) {
    boolean isWide = area.width() > 1.1 * area.height();
    return placed(entries, lettering, area, isWide ? LegendPlace.RIGHT : LegendPlace.BOTTOM);
  }

  private static Legend placed(
      List<Entry> entries, Lettering lettering, Box area, LegendPlace usual) {
    LegendPlace wanted = lettering.style().surround().legend();
    LegendPlace place = wanted == LegendPlace.AUTO ? usual : wanted;
    if (entries.isEmpty() || place == LegendPlace.NONE) {
      return new Legend(lettering, area);
    }
    return place == LegendPlace.TOP
        ? rows(entries, lettering, area)
        : columns(entries, lettering, area, place == LegendPlace.RIGHT);
  }

  private static Legend rows(List<Entry> entries, Lettering lettering, Box area) {
    var legend = new Legend(lettering, area);
    double x = area.x();
    double y = area.y() + legend.rowHeight() / 2;
    int mostRows =
        Math.clamp(
            (int) (MOST_SHARE_ABOVE * area.height() / legend.rowHeight()), 1, MOST_ROWS_ABOVE);
    int row = 1;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String text = lettering.fit(entry.name(), TextRole.BODY, area.width() - legend.swatch());
      double width = legend.swatch() + lettering.width(text, TextRole.BODY);
      if (x > area.x() && x + width > area.right()) {
        if (row == mostRows) {
          legend.countRest(entries.size() - i, 0);
          break;
        }
        row++;
        x = area.x();
        y += legend.rowHeight();
      }
      legend.placed.add(new Placed(entry, text, x, y));
      x += width + 1.5 * lettering.style().fontSize();
    }
    double gap = 0.5 * lettering.style().fontSize();
    legend.rest = area.inset(row * legend.rowHeight() + gap, 0, 0, 0);
    return legend;
  }

  private static Legend columns(
      List<Entry> entries, Lettering lettering, Box area, boolean isRight) {
    var legend = new Legend(lettering, area);
    double longest =
        area.width() > area.height()
            ? Math.max(0.3 * area.width(), Math.min(90, 0.45 * area.width()))
            : 0.45 * area.width();
    double column =
        Math.min(
            longest,
            legend.swatch()
                + lettering.widest(entries.stream().map(Entry::name).toList(), TextRole.BODY)
                + lettering.style().fontSize());
    int n = entries.size();
    if (isRight) {
      int rows = Math.max(1, (int) (area.height() / legend.rowHeight()));
      int most = Math.max(1, (int) (MOST_WIDTH_SHARE * area.width() / column));
      int columns = Math.min(most, (n + rows - 1) / rows);
      double gap = lettering.style().fontSize();
      double left = area.right() - columns * column;
      legend.fill(entries, columns, Math.min(rows, n), column, left, area.y());
      legend.rest = area.inset(0, columns * column + gap, 0, 0);
    } else {
      int columns = Math.clamp((int) (area.width() / column), 1, n);
      int most = Math.max(1, (int) (MOST_HEIGHT_SHARE * area.height() / legend.rowHeight()));
      int rows = Math.min(most, (n + columns - 1) / columns);
      double top = area.bottom() - rows * legend.rowHeight();
      legend.fill(entries, columns, rows, column, area.x(), top);
      legend.rest = area.inset(0, 0, rows * legend.rowHeight() + 4, 0);
    }
    return legend;
  }

  private void fill(
      List<Entry> entries, int columns, int rows, double column, double left, double top) {
    for (int i = 0; i < Math.min(entries.size(), columns * rows); i++) {
      Entry entry = entries.get(i);
      double room = column - swatch() - 0.5 * lettering.style().fontSize();
      String text = lettering.fit(entry.name(), TextRole.BODY, room);
      int columnIndex = i / rows;
      double x = left + columnIndex * column;
      placed.add(new Placed(entry, text, x, top + (i % rows + 0.5) * rowHeight()));
    }
    if (placed.size() < entries.size()) {
      countRest(entries.size() - placed.size(), column - swatch());
    }
  }

  /// Puts the number of missing entries in the place of the last one.
  ///
  /// @param room for the text; 0 for as much as that entry had
  private void countRest(int missing, double room) {
    Placed last = placed.removeLast();
    double width = room > 0 ? room : lettering.width(last.text, TextRole.BODY) + swatch() / 2;
    String full = "+ %d more".formatted(missing + 1);
    String text = lettering.width(full, TextRole.BODY) <= width ? full : "+" + (missing + 1);
    placed.add(new Placed(Entry.line("", new Color(0, true)), text, last.x, last.y));
  }

  /// What is left for the plot.
  Box rest() {
    return rest;
  }

  void draw(Canvas canvas) {
    double size = lettering.style().fontSize();
    for (Placed each : placed) {
      Entry entry = each.entry;
      double middle = each.x + 0.65 * size;
      if (entry.isLine) {
        canvas.line(each.x, each.y, each.x + 1.3 * size, each.y, entry.color, 2.2);
      } else if (entry.mark.isOpen()) {
        canvas.stroke(entry.mark.shape(middle, each.y, 0.4 * size), entry.color, 1.6);
      } else {
        canvas.fill(entry.mark.shape(middle, each.y, 0.4 * size), entry.color);
      }
      canvas.centered(
          each.text,
          each.x + swatch(),
          each.y,
          TextRole.BODY,
          canvas.style().foreground(),
          Align.LEFT);
    }
  }

  private double swatch() {
    return 1.75 * lettering.style().fontSize();
  }

  private double rowHeight() {
    return 1.5 * lettering.style().fontSize();
  }
}
