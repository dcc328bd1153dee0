package coretuning.analysis;

import coretuning.result.FocalCourse;
import coretuning.result.FocalWeight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// The focal weights of a run's anchors over its recorded epochs. Anchors that stay hard epoch
/// after epoch are often wrongly labelled, which the weight of one epoch cannot tell from bad luck
/// in a batch.
///
/// @param epochs recorded epochs with weights, ascending
/// @param courses one for each image that was an anchor in any of them, by ascending sample
public record FocalHistory(List<Integer> epochs, List<FocalCourse> courses) {
  /// One of so many anchors of an epoch is hard.
  private static final int HARD_SHARE = 10;

  /// In which order anchors are listed. Ties are broken by sample, so that an order is always the
  /// same.
  public enum Order {
    /// Largest mean weight first.
    MEAN,
    /// Largest newest weight first.
    LAST,
    /// What rose most from the first to the newest epoch first; anchors known from one epoch last.
    CHANGE,
    /// Class after class, within a class largest mean weight first.
    CLASS,
    /// Most epochs among the hardest tenth first, then largest mean weight.
    HARD;

    private Comparator<FocalCourse> comparator() {
      Comparator<FocalCourse> byMean = Comparator.comparingDouble(FocalCourse::mean).reversed();
      return switch (this) {
        case MEAN -> byMean;
        case LAST -> Comparator.comparingDouble(FocalCourse::last).reversed();
        case CHANGE ->
            Comparator.comparingDouble(
                each -> Double.isNaN(each.change()) ? Double.POSITIVE_INFINITY : -each.change());
        case CLASS -> Comparator.comparingInt(FocalCourse::label).thenComparing(byMean);
        case HARD ->
            Comparator.comparingInt(FocalCourse::epochsHard).reversed().thenComparing(byMean);
      };
    }
  }

  public FocalHistory {
    epochs = List.copyOf(epochs);
    courses = List.copyOf(courses);
    for (FocalCourse course : courses) {
      if (course.weights().length != epochs.size()) {
        throw new IllegalArgumentException(
            "sample %d has %d weights, there are %d epochs"
                .formatted(course.sample(), course.weights().length, epochs.size()));
      }
    }
  }

  /// Follows each anchor through the epochs. In each epoch the largest tenth of the weights is hard
  /// (the number of anchors divided by ten, rounded down; none of those that tie for the last
  /// place). A weight that is no finite number counts as none.
  ///
  /// @param recorded by epoch; epochs without weights are left out
  public static FocalHistory of(SortedMap<Integer, List<FocalWeight>> recorded) {
    SortedMap<Integer, List<FocalWeight>> known = new TreeMap<>();
    recorded.forEach((epoch, weights) -> {
      List<FocalWeight> numbers = weights.stream().filter(FocalHistory::isKnown).toList();
      if (!numbers.isEmpty()) {
        known.put(epoch, numbers);
      }
    });
    Map<Integer, Anchor> anchors = new TreeMap<>();
    int position = 0;
    for (List<FocalWeight> weights : known.values()) {
      double hard = hardFrom(weights.stream().mapToDouble(FocalWeight::weight).toArray());
      for (FocalWeight each : weights) {
        anchors
            .computeIfAbsent(each.sample(), sample -> new Anchor(each.label(), known.size()))
            .take(position, each.weight(), each.weight() >= hard);
      }
      position++;
    }
    var courses = new ArrayList<FocalCourse>();
    anchors.forEach((sample, anchor) ->
        courses.add(new FocalCourse(sample, anchor.label, anchor.weights, anchor.hard)));
    return new FocalHistory(List.copyOf(known.keySet()), courses);
  }

  private static boolean isKnown(FocalWeight weight) {
    return Double.isFinite(weight.weight());
  }

  /// The least weight that is hard; infinite if none is.
  private static double hardFrom(double[] weights) {
    Arrays.sort(weights);
    int first = weights.length - weights.length / HARD_SHARE;
    double border = first == 0 ? Double.NEGATIVE_INFINITY : weights[first - 1];
    while (first < weights.length && weights[first] == border) {
      first++;
    }
    return first < weights.length ? weights[first] : Double.POSITIVE_INFINITY;
  }

  /// What is gathered of one anchor.
  private static final class Anchor {
    private final int label;
    private final double[] weights;
    private int hard;

    Anchor(int label, int epochs) {
      this.label = label;
      weights = new double[epochs];
      Arrays.fill(weights, Double.NaN);
    }

    void take(int position, double weight, boolean isHard) {
      weights[position] = weight;
      hard += isHard ? 1 : 0;
    }
  }

  /// The courses in an order.
  public List<FocalCourse> sorted(Order order) {
    return courses.stream()
        .sorted(order.comparator().thenComparingInt(FocalCourse::sample))
        .toList();
  }

  /// The anchors of one class, or all: their epochs stay those of the run.
  public FocalHistory of(OptionalInt label) {
    return label.isEmpty()
        ? this
        : new FocalHistory(
            epochs, courses.stream().filter(each -> each.label() == label.getAsInt()).toList());
  }

  /// The anchors that were among the hardest tenth at least once, hardest first.
  public List<FocalCourse> hard() {
    return sorted(Order.HARD).stream().filter(each -> each.epochsHard() > 0).toList();
  }

  /// Classes that occur, ascending.
  public List<Integer> labels() {
    return courses.stream().map(FocalCourse::label).distinct().sorted().toList();
  }

  /// The known weights of each recorded epoch: `[E]` arrays of any length.
  public List<double[]> byEpoch() {
    var all = new ArrayList<double[]>();
    for (int i = 0; i < epochs.size(); i++) {
      int position = i;
      all.add(
          courses.stream()
              .mapToDouble(each -> each.weight(position))
              .filter(Double::isFinite)
              .toArray());
    }
    return all;
  }
}
