package coretuning.objective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The label of an original or a mixed vector: one class, or two with their float32 shares.
///
/// The released code of Core-tuning takes vectors for positives of each other if their labels are
/// equal in a code: the product of the label with powers of ten, rounded to float32. Rounding drops
/// small shares beside large classes, so that a few different labels get one code (with ten classes
/// at a share of 0.8, of 90 ordered pairs of classes five do). Beyond [#MOST_CODED] classes the
/// powers overflow there: classes 64 to 99 of a hundred become one. Here labels of so many classes
/// are compared themselves instead.
///
/// @param lower the one class, or the lower one
/// @param lowerShare its share, in [0, 1]
/// @param upper the higher class; as `lower` if there is one class
/// @param upperShare its share; 0 if there is one class
public record SoftLabel(int lower, float lowerShare, int upper, float upperShare) {
  /// The most classes whose powers of ten the released code can hold.
  public static final int MOST_CODED = 18;

  /// One class.
  public static SoftLabel of(int label) {
    return new SoftLabel(label, 1, label, 0);
  }

  /// `share` of one class, the rest of another.
  ///
  /// @param share in [0, 1]; rounded to float32, in which the released code mixes
  public static SoftLabel mixed(int label, double share, int other) {
    float of = (float) share;
    float rest = 1 - of;
    if (label == other || rest == 0) {
      return of(label);
    }
    if (of == 0) {
      return of(other);
    }
    return label < other
        ? new SoftLabel(label, of, other, rest)
        : new SoftLabel(other, rest, label, of);
  }

  /// The released code's number for this label; classes in [0, [#MOST_CODED]).
  float code() {
    return (float) (lowerShare * Math.pow(10, lower) + upperShare * Math.pow(10, upper));
  }

  /// Numbers that are equal where the released code takes labels for equal, in order of appearance.
  ///
  /// @param classes K, which decides what is compared
  /// @return as many as `labels`, from 0
  public static int[] encode(List<SoftLabel> labels, int classes) {
    Map<Object, Integer> numbers = new HashMap<>();
    var encoded = new ArrayList<Integer>();
    for (SoftLabel each : labels) {
      Object key = classes <= MOST_CODED ? (Object) each.code() : each;
      int next = numbers.size();
      encoded.add(numbers.computeIfAbsent(key, unseen -> next));
    }
    return encoded.stream().mapToInt(Integer::intValue).toArray();
  }
}
