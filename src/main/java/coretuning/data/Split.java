package coretuning.data;

import coretuning.spec.DataSpec;
import java.util.ArrayList;
import java.util.Arrays;

/// Which samples a run learns from, tunes on and is judged by. Depends on data, shares and seed
/// only, so that every method sees the same samples.
///
/// @param train ids to learn from, ascending
/// @param validation ids held out of the training images and the set's own validation images,
///   ascending; may be empty
/// @param test ids of all test images, ascending
public record Split(int[] train, int[] validation, int[] test) {

  /// Holds out the validation share of each class of the training images, rounded, then keeps the
  /// subset rate of the rest, rounded: always at least one training image of each class. The same
  /// seed holds out the same images at every subset rate, and smaller rates choose subsets of
  /// larger ones.
  public static Split of(Dataset dataset, DataSpec spec, long seed) {
    // Without labels all images are one group to draw from.
    boolean labelled = dataset.classCount() > 0;
    int groups = Math.max(1, dataset.classCount());
    int[] labels = new int[dataset.size()];
    Arrays.setAll(labels, id -> labelled ? dataset.label(id) : 0);
    int trainCount = dataset.trainIds().length;
    var train = new ArrayList<int[]>();
    var validation = new ArrayList<int[]>();
    for (int[] ids : ClassBalance.shuffled(labels, 0, trainCount, groups, seed)) {
      int held = rounded(spec.validationShare(), ids.length, 0, ids.length - 1);
      int rest = ids.length - held;
      int used = rounded(spec.subsetRate(), rest, 1, rest);
      validation.add(Arrays.copyOfRange(ids, 0, held));
      train.add(Arrays.copyOfRange(ids, held, held + used));
    }
    validation.add(dataset.validationIds());
    return new Split(
        ClassBalance.merged(train), ClassBalance.merged(validation), dataset.testIds());
  }

  /// A class without training images has nothing to give: `most` is the stronger bound.
  private static int rounded(double share, int count, int least, int most) {
    return Math.max(0, Math.min(most, Math.max(least, (int) Math.round(share * count))));
  }
}
