package coretuning.result;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The focal weight of one anchor over the recorded epochs of a run.
///
/// @param sample the anchor's id in the data set
/// @param label its class
/// @param weights `[E]` in [0, 1], by recorded epoch; NaN where the image was no anchor; at least
///   one is known
/// @param epochsHard number of epochs in which the weight was among the largest tenth of all
///   anchors
public record FocalCourse(int sample, int label, double[] weights, int epochsHard) {
  public FocalCourse {
    weights = weights.clone();
    if (Arrays.stream(weights).noneMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "the course of sample %d needs at least one weight".formatted(sample));
    }
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  /// The weight in the recorded epoch of that position; NaN where the image was no anchor.
  public double weight(int position) {
    return weights[position];
  }

  /// Number of recorded epochs in which the image was an anchor.
  public int epochsSeen() {
    return (int) known().count();
  }

  /// Mean over the epochs in which the image was an anchor.
  public double mean() {
    double sum = 0;
    int count = 0;
    for (double weight : weights) {
      if (Double.isFinite(weight)) {
        sum += weight;
        count++;
      }
    }
    return sum / count;
  }

  /// Smallest weight.
  public double least() {
    return known().min().orElseThrow();
  }

  /// Largest weight.
  public double most() {
    return known().max().orElseThrow();
  }

  /// Weight in the last recorded epoch in which the image was an anchor.
  public double last() {
    return known().reduce((before, after) -> after).orElseThrow();
  }

  /// [#last] less the first known weight; NaN if only one is known.
  public double change() {
    return epochsSeen() < 2 ? Double.NaN : last() - known().findFirst().orElseThrow();
  }

  private DoubleStream known() {
    return Arrays.stream(weights).filter(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FocalCourse that
        && sample == that.sample
        && label == that.label
        && epochsHard == that.epochsHard
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * sample + Arrays.hashCode(weights);
  }
}
