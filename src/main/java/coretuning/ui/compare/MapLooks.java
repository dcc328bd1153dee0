package coretuning.ui.compare;

import coretuning.figure.Colouring;
import coretuning.figure.Style;
import coretuning.result.Embedding;
import coretuning.ui.map.PointLook;
import coretuning.ui.support.SelectedSamples;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Decides which points of a map are drawn, in colour or grey, as dots or crosses.
final class MapLooks {
  /// A single selected sample is ringed; the rest keeps its colours.
  private static final int FEWEST_THAT_GREY = 2;

  /// How much of the paper's colour points have just behind the rim, and more the farther back.
  private static final double NEAREST_FADE = 0.4;

  private static final double FARTHEST_FADE = 0.7;

  private MapLooks() {}

  /// The look of one side.
  ///
  /// @param colouring empty while there is none: all points are grey
  static PointLook of(
      MapSide side,
      Optional<Colouring> colouring,
      MapChoices choices,
      SelectedSamples selection,
      Style style) {
    Embedding embedding = side.embedding();
    BitSet shown = selection.isolated().map(side::rows).orElseGet(() -> all(embedding.size()));
    BitSet hidden = choices.filter().hiddenProperty().get();
    if (colouring.isPresent()
        && colouring.get() instanceof Colouring.Kinds kinds
        && !hidden.isEmpty()) {
      shown.andNot(kinds.rows(hidden));
    }
    BitSet selected = side.rows(selection.ids());
    BitSet front = selected.cardinality() >= FEWEST_THAT_GREY ? selected : shown;
    var crossed = new BitSet();
    for (int row = 0; row < embedding.size() && choices.crossesProperty().get(); row++) {
      crossed.set(row, embedding.predictions()[row] != embedding.labels()[row]);
    }
    int[] colours =
        colouring.map(each -> each.colours(style)).orElseGet(() -> grey(embedding.size(), style));
    side.depth().ifPresent(depth -> fade(colours, depth, style));
    return new PointLook(colours, shown, front, crossed);
  }

  /// Makes the far side of a sphere paler, the farther the more.
  private static void fade(int[] colours, double[] depth, Style style) {
    for (int row = 0; row < colours.length; row++) {
      if (depth[row] < 0) {
        double share = NEAREST_FADE + (1 - NEAREST_FADE) * FARTHEST_FADE * -depth[row];
        colours[row] = mixed(colours[row], style.background().getRGB(), share);
      }
    }
  }

  private static int mixed(int colour, int ground, double share) {
    int mixed = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int own = colour >> shift & 0xff;
      int other = ground >> shift & 0xff;
      mixed = mixed << 8 | (int) Math.round(own + (other - own) * share);
    }
    return mixed;
  }

  private static BitSet all(int size) {
    var all = new BitSet(size);
    all.set(0, size);
    return all;
  }

  private static int[] grey(int size, Style style) {
    int[] colours = new int[size];
    Arrays.fill(colours, style.muted().getRGB());
    return colours;
  }
}
