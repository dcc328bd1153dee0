package coretuning.data.doctor;

import coretuning.data.image.PictureHash;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds equal and nearly equal images by their hashes: 32 bytes an image, whatever its size.
///
/// Near means at most [#NEAR] of 128 signs, and at most three of the 64 along rows, differ: two
/// such images agree in at least one of four 16-bit bands, so only images that share a band are
/// compared.
final class Copies {
  /// Most signs that differ between near copies.
  static final int NEAR = 6;

  private static final int NEAR_ROWS = 3;
  private static final int BANDS = 4;

  /// Images of one band that are compared with each other: a crowd says that the band is common.
  private static final int MOST_COMPARED = 200;

  private final long[] content;
  private final long[] content2;
  private final long[] rows;
  private final long[] columns;
  private final BitSet known = new BitSet();
  private final BitSet telling = new BitSet();

  /// What to do with a pair.
  @FunctionalInterface
  interface Pairs {
    /// Hears of a pair.
    ///
    /// @param first index of the earlier image
    /// @param second index of its copy
    void found(int first, int second);
  }

  Copies(int count) {
    content = new long[count];
    content2 = new long[count];
    rows = new long[count];
    columns = new long[count];
  }

  /// Remembers a whole image.
  void add(int index, byte[] sha256, PictureHash picture) {
    var hash = java.nio.ByteBuffer.wrap(sha256);
    content[index] = hash.getLong();
    content2[index] = hash.getLong();
    rows[index] = picture.rows();
    columns[index] = picture.columns();
    known.set(index);
    telling.set(index, picture.isTelling());
  }

  /// Every image whose bytes were seen before, with the first that has them.
  void exact(Pairs pairs) {
    Integer[] order =
        known.stream()
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> content[i])
                    .thenComparingLong(i -> content2[i])
                    .thenComparingInt(i -> i))
            .toArray(Integer[]::new);
    int first = 0;
    for (int i = 1; i < order.length; i++) {
      if (isSame(order[first], order[i])) {
        pairs.found(order[first], order[i]);
      } else {
        first = i;
      }
    }
  }

  private boolean isSame(int one, int other) {
    return content[one] == content[other] && content2[one] == content2[other];
  }

  /// Every image that resembles an earlier one without being equal to it, once.
  void near(Pairs pairs) {
    var matched = new BitSet();
    for (int band = 0; band < BANDS; band++) {
      int shift = 16 * band;
      int[] order =
          telling.stream()
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingInt(i -> (int) (rows[i] >>> shift) & 0xffff)
                      .thenComparingInt(i -> i))
              .mapToInt(Integer::intValue)
              .toArray();
      int begin = 0;
      for (int end = 1; end <= order.length; end++) {
        if (end == order.length || band(order[end], shift) != band(order[begin], shift)) {
          compare(Arrays.copyOfRange(order, begin, end), matched, pairs);
          begin = end;
        }
      }
    }
  }

  private int band(int index, int shift) {
    return (int) (rows[index] >>> shift) & 0xffff;
  }

  private void compare(int[] group, BitSet matched, Pairs pairs) {
    for (int i = 1; i < group.length; i++) {
      if (matched.get(group[i])) {
        continue;
      }
      int second = group[i];
      IntStream.range(Math.max(0, i - MOST_COMPARED), i)
          .map(k -> group[k])
          .filter(first -> isNear(first, second))
          .findFirst()
          .ifPresent(first -> {
            matched.set(second);
            pairs.found(first, second);
          });
    }
  }

  private boolean isNear(int one, int other) {
    int byRows = Long.bitCount(rows[one] ^ rows[other]);
    return byRows <= NEAR_ROWS
        && byRows + Long.bitCount(columns[one] ^ columns[other]) <= NEAR
        && !isSame(one, other);
  }
}
