package coretuning.ui.compare;

import coretuning.result.Embedding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What became of the same samples from one run to another.
///
/// @param from recorded features of the first run
/// @param to of the second, of the same samples in the same order
record Difference(Embedding from, Embedding to) {
  /// Number of kinds that [#predictions] tells apart.
  static final int PREDICTION_KINDS = 4;

  /// Number of kinds that [#moves] tells apart.
  static final int MOVE_KINDS = 3;

  /// Wrong before, right now.
  static final int FIXED = 0;

  /// Right before, wrong now.
  static final int BROKEN = 1;

  static final int RIGHT_IN_BOTH = 2;
  static final int WRONG_IN_BOTH = 3;

  static final int NEARER = 0;
  static final int FARTHER = 1;
  static final int AS_FAR = 2;

  /// Colours of the kinds in the palette: green, vermilion, light blue, grey.
  static final List<Integer> PREDICTION_COLOURS = List.of(2, 1, 4, 6);

  /// Blue, vermilion, grey.
  static final List<Integer> MOVE_COLOURS = List.of(0, 1, 6);

  Difference {
    if (!isOfTheSameSamples(from, to)) {
      throw new IllegalArgumentException(
          "a difference needs the same samples, got %d and %d other ones"
              .formatted(from.size(), to.size()));
    }
  }

  /// Whether two embeddings can be compared sample by sample.
  static boolean isOfTheSameSamples(Embedding a, Embedding b) {
    return Arrays.equals(a.samples(), b.samples());
  }

  /// What became of each prediction: `[N]` of FIXED, BROKEN, RIGHT_IN_BOTH and WRONG_IN_BOTH.
  int[] predictions() {
    var kinds = new int[from.size()];
    for (int row = 0; row < kinds.length; row++) {
      boolean before = from.predictions()[row] == from.labels()[row];
      boolean after = to.predictions()[row] == to.labels()[row];
      kinds[row] = before ? (after ? RIGHT_IN_BOTH : BROKEN) : (after ? FIXED : WRONG_IN_BOTH);
    }
    return kinds;
  }

  /// Where each sample moved, seen from the centre of its class: `[N]` of NEARER, FARTHER and
  /// AS_FAR.
  ///
  /// @param before `[N]` distances to the centre in the first run
  /// @param after `[N]` in the second
  static int[] moves(float[] before, float[] after) {
    var kinds = new int[before.length];
    for (int row = 0; row < kinds.length; row++) {
      int order = Float.compare(after[row], before[row]);
      kinds[row] = order < 0 ? NEARER : order > 0 ? FARTHER : AS_FAR;
    }
    return kinds;
  }

  /// The samples of one kind.
  BitSet samples(int[] kinds, int kind) {
    var samples = new BitSet();
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] == kind) {
        samples.set(to.samples()[row]);
      }
    }
    return samples;
  }
}
