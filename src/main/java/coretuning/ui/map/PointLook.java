package coretuning.ui.map;

import java.util.BitSet;

/// How the points of a map are drawn.
///
/// @param colours `[N]` opaque ARGB; never written to
/// @param shown rows that are drawn and can be hit
/// @param front rows that keep their colour; the others are grey behind them
/// @param crossed rows drawn as a cross instead of a dot
public record PointLook(int[] colours, BitSet shown, BitSet front, BitSet crossed) {

  /// All points as dots in their colours.
  public static PointLook plain(int[] colours) {
    var all = new BitSet();
    all.set(0, colours.length);
    return new PointLook(colours, all, all, new BitSet());
  }

  /// Number of points, N.
  public int size() {
    return colours.length;
  }
}
