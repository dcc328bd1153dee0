package coretuning.ui.map;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// The points of a map sorted into equal cells, so that those near a place or inside an outline are
/// found without looking at all of them.
public final class SpatialGrid {
  private static final int POINTS_PER_CELL = 4;

  private final PointCloud points;
  private final Bounds bounds;
  private final double cell;
  private final int columns;
  private final int lines;

  /// `[cells + 1]`: the rows of cell c are `rows[start[c]]` to `rows[start[c + 1] - 1]`.
  private final int[] start;

  private final int[] rows;

  public SpatialGrid(PointCloud points) {
    this.points = points;
    bounds = points.bounds();
    int wished = Math.max(1, points.size() / POINTS_PER_CELL);
    double area = Math.max(bounds.width(), 1e-300) * Math.max(bounds.height(), 1e-300);
    double longest = Math.max(bounds.width(), bounds.height());
    // A thin cloud would get endless rows of tiny cells.
    double side = Math.max(Math.sqrt(area / wished), longest / wished);
    cell = side > 0 && Double.isFinite(side) ? side : 1;
    columns = 1 + (int) (bounds.width() / cell);
    lines = 1 + (int) (bounds.height() / cell);
    start = new int[columns * lines + 1];
    for (int row = 0; row < points.size(); row++) {
      if (points.has(row)) {
        start[cellOf(row) + 1]++;
      }
    }
    for (int c = 0; c < columns * lines; c++) {
      start[c + 1] += start[c];
    }
    rows = new int[start[columns * lines]];
    int[] next = start.clone();
    for (int row = 0; row < points.size(); row++) {
      if (points.has(row)) {
        rows[next[cellOf(row)]++] = row;
      }
    }
  }

  private int cellOf(int row) {
    return line(points.y()[row]) * columns + column(points.x()[row]);
  }

  private int column(double x) {
    return Math.clamp((long) Math.floor((x - bounds.minX()) / cell), 0, columns - 1);
  }

  private int line(double y) {
    return Math.clamp((long) Math.floor((y - bounds.minY()) / cell), 0, lines - 1);
  }

  private void visit(Bounds area, IntConsumer visitor) {
    for (int l = line(area.minY()); l <= line(area.maxY()); l++) {
      int end = start[l * columns + column(area.maxX()) + 1];
      for (int at = start[l * columns + column(area.minX())]; at < end; at++) {
        visitor.accept(rows[at]);
      }
    }
  }

  /// The row nearest to a place; of equally near ones the lowest.
  ///
  /// @param reach largest distance, in the map's units
  /// @param counts rows that may be found
  public OptionalInt nearest(double x, double y, double reach, IntPredicate counts) {
    var search = new Search(x, y, reach * reach, counts);
    visit(new Bounds(x - reach, y - reach, x + reach, y + reach), search);
    return search.best < 0 ? OptionalInt.empty() : OptionalInt.of(search.best);
  }

  /// The rows inside an outline.
  ///
  /// @param counts rows that may be found
  public BitSet inside(Outline outline, IntPredicate counts) {
    var found = new BitSet(points.size());
    visit(
        outline.bounds(),
        row -> {
          if (counts.test(row) && outline.contains(points.x()[row], points.y()[row])) {
            found.set(row);
          }
        });
    return found;
  }

  private final class Search implements IntConsumer {
    private final double x;
    private final double y;
    private final IntPredicate counts;
    private double least;
    private int best = -1;

    Search(double x, double y, double most, IntPredicate counts) {
      this.x = x;
      this.y = y;
      this.counts = counts;
      least = most;
    }

    @Override
    public void accept(int row) {
      double dx = points.x()[row] - x;
      double dy = points.y()[row] - y;
      double squared = dx * dx + dy * dy;
      boolean isNearer = squared < least || (squared == least && (best < 0 || row < best));
      if (isNearer && counts.test(row)) {
        least = squared;
        best = row;
      }
    }
  }
}
