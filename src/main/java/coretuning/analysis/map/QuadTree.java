package coretuning.analysis.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A quad-tree over points of the plane that sums the repulsion of t-SNE's Student kernel in O(N
/// log N) (Barnes and Hut 1986; van der Maaten 2014): a distant square of points acts as one point
/// at its centre of mass.
///
/// The points are sorted along the Z-order curve and the nodes lie depth first in plain arrays,
/// each with the index of the node that follows its subtree: a walk is one loop without a stack,
/// and neighbouring points walk nearly the same way. The tree depends on the points only; forces on
/// different points may be asked for from several threads.
final class QuadTree {
  /// Bits of a coordinate on the curve, fine enough for 2^20 steps across the map.
  private static final int BITS = 20;

  /// A smaller map counts as one of this size: places on the curve must stay finite numbers.
  private static final double LEAST_EXTENT = 1e-200;

  /// Bits of a point's index below its place on the curve.
  private static final int INDEX_BITS = Long.SIZE - 1 - 2 * BITS;

  /// Points of a leaf, at most; summed one by one.
  private static final int LEAF = 12;

  private static final int FIELDS = 4;
  private static final int X = 0;
  private static final int Y = 1;
  private static final int COUNT = 2;
  private static final int REACH = 3;

  private final int size;
  private final double squaredTheta;
  private final long[] keys;

  /// Points in the curve's order, x and y.
  private final double[] x;

  private final double[] y;

  private int nodes;

  /// `[nodes, FIELDS]`, together because a walk needs them together: centre of mass, number of
  /// points, and the squared distance from which the node acts as one point: the square of the
  /// longer side of the box around its points, divided by theta^2.
  private double[] node = new double[0];

  /// First point, and the one after the last.
  private int[] from = new int[0];

  private int[] to = new int[0];

  /// The node after the subtree; negative (-1 - it) for a leaf.
  private int[] next = new int[0];

  /// Box of the node built last: least x, greatest x, least y, greatest y.
  private final double[] box = new double[4];

  /// Makes room for points.
  ///
  /// @param size N, at most 2^23
  /// @param theta a node acts as one point if its width is below theta times its distance; in [0,
  ///   0.7], beyond which a node could act on its own points; 0 is exact
  QuadTree(int size, double theta) {
    if (!(theta >= 0 && theta <= 0.7) || size > 1 << INDEX_BITS) {
      throw new IllegalArgumentException(
          "theta must lie in [0, 0.7] and points number at most %d, got %s and %d"
              .formatted(1 << INDEX_BITS, theta, size));
    }
    this.size = size;
    squaredTheta = theta * theta;
    keys = new long[size];
    x = new double[size];
    y = new double[size];
  }

  /// Builds the tree anew.
  ///
  /// @param points `[N, 2]`, finite
  void build(double[] points) {
    sort(points);
    for (int s = 0; s < size; s++) {
      int i = point(s);
      x[s] = points[2 * i];
      y[s] = points[2 * i + 1];
    }
    nodes = 0;
    add(0, size);
  }

  /// Index of the point that is s-th on the curve.
  int point(int s) {
    return (int) (keys[s] & (1L << INDEX_BITS) - 1);
  }

  private void sort(double[] points) {
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double extent = LEAST_EXTENT;
    for (int i = 0; i < size; i++) {
      left = Math.min(left, points[2 * i]);
      bottom = Math.min(bottom, points[2 * i + 1]);
    }
    for (int i = 0; i < size; i++) {
      extent = Math.max(extent, Math.max(points[2 * i] - left, points[2 * i + 1] - bottom));
    }
    double steps = ((1 << BITS) - 1) / extent;
    double x0 = left;
    double y0 = bottom;
    IntStream.range(0, size)
        .parallel()
        .forEach(i -> {
          long column = (long) ((points[2 * i] - x0) * steps);
          long row = (long) ((points[2 * i + 1] - y0) * steps);
          keys[i] = (spread(column) | spread(row) << 1) << INDEX_BITS | i;
        });
    // Keys differ by the index at least: there is but one sorted order, whoever sorts.
    Arrays.parallelSort(keys);
  }

  /// Puts a zero between the bits of a number below 2^20.
  private static long spread(long value) {
    long v = value;
    v = (v | v << 16) & 0x0000FFFF0000FFFFL;
    v = (v | v << 8) & 0x00FF00FF00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0F0F0F0F0FL;
    v = (v | v << 2) & 0x3333333333333333L;
    return (v | v << 1) & 0x5555555555555555L;
  }

  /// Adds the node of points [first, last) and its subtree; leaves their box in [#box].
  private void add(int first, int last) {
    int id = nodes++;
    if (id == from.length) {
      grow();
    }
    from[id] = first;
    to[id] = last;
    long differing = (keys[first] ^ keys[last - 1]) >>> INDEX_BITS;
    boolean leaf = last - first <= LEAF || differing == 0;
    if (leaf) {
      leaf(id, first, last);
    } else {
      inner(id, first, last, differing);
    }
    next[id] = leaf ? -1 - nodes : nodes;
    double width = Math.max(box[1] - box[0], box[3] - box[2]);
    node[FIELDS * id + COUNT] = last - first;
    // Points at one place are one point at any distance, also where theta is 0.
    node[FIELDS * id + REACH] = width == 0 ? 0 : width * width / squaredTheta;
  }

  private void leaf(int id, int first, int last) {
    double sumX = 0;
    double sumY = 0;
    emptyBox();
    for (int s = first; s < last; s++) {
      sumX += x[s];
      sumY += y[s];
      widen(x[s], x[s], y[s], y[s]);
    }
    node[FIELDS * id + X] = sumX / (last - first);
    node[FIELDS * id + Y] = sumY / (last - first);
  }

  /// Splits where the curve's two highest differing bits change: squares without a second quarter
  /// make no node.
  private void inner(int id, int first, int last, long differing) {
    int shift = (Long.SIZE - 1 - Long.numberOfLeadingZeros(differing)) / 2 * 2 + INDEX_BITS;
    double sumX = 0;
    double sumY = 0;
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    int start = first;
    while (start < last) {
      int end = quarterEnd(start, last, shift);
      int child = nodes;
      add(start, end);
      sumX += node[FIELDS * child + X] * (end - start);
      sumY += node[FIELDS * child + Y] * (end - start);
      left = Math.min(left, box[0]);
      right = Math.max(right, box[1]);
      bottom = Math.min(bottom, box[2]);
      top = Math.max(top, box[3]);
      start = end;
    }
    emptyBox();
    widen(left, right, bottom, top);
    node[FIELDS * id + X] = sumX / (last - first);
    node[FIELDS * id + Y] = sumY / (last - first);
  }

  /// The first place after `start` whose quarter differs, by bisection.
  private int quarterEnd(int start, int last, int shift) {
    long quarter = keys[start] >>> shift;
    int low = start;
    int high = last;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (keys[middle] >>> shift == quarter) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private void emptyBox() {
    box[0] = Double.POSITIVE_INFINITY;
    box[1] = Double.NEGATIVE_INFINITY;
    box[2] = Double.POSITIVE_INFINITY;
    box[3] = Double.NEGATIVE_INFINITY;
  }

  private void widen(double left, double right, double bottom, double top) {
    box[0] = Math.min(box[0], left);
    box[1] = Math.max(box[1], right);
    box[2] = Math.min(box[2], bottom);
    box[3] = Math.max(box[3], top);
  }

  private void grow() {
    int length = Math.max(64, 2 * from.length);
    node = Arrays.copyOf(node, FIELDS * length);
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    next = Arrays.copyOf(next, length);
  }

  /// Sums the repulsion on the s-th point of the curve, with q_j = 1 / (1 + |y - y_j|^2).
  ///
  /// @param s place on the curve; the point's index is [#point]
  /// @param forces `[N, 2]` by point: gets sum_j q_j^2 (y - y_j)
  /// @param normalisers `[N]` by point: gets sum_j q_j over the other points
  void repel(int s, double[] forces, double[] normalisers) {
    double px = x[s];
    double py = y[s];
    double forceX = 0;
    double forceY = 0;
    double sum = 0;
    int id = 0;
    while (id < nodes) {
      int at = FIELDS * id;
      double dx = px - node[at + X];
      double dy = py - node[at + Y];
      double squared = dx * dx + dy * dy;
      int after = next[id];
      if (node[at + REACH] <= squared) {
        double q = 1 / (1 + squared);
        double many = node[at + COUNT] * q;
        sum += many;
        forceX += many * q * dx;
        forceY += many * q * dy;
        id = after < 0 ? -1 - after : after;
      } else if (after < 0) {
        for (int other = from[id]; other < to[id]; other++) {
          double ox = px - x[other];
          double oy = py - y[other];
          double q = 1 / (1 + (ox * ox + oy * oy));
          sum += q;
          forceX += q * q * ox;
          forceY += q * q * oy;
        }
        id = -1 - after;
      } else {
        id++;
      }
    }
    int i = point(s);
    forces[2 * i] = forceX;
    forces[2 * i + 1] = forceY;
    // The point itself was met on the way, at distance 0.
    normalisers[i] = sum - 1;
  }
}
