package coretuning.ui.support;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The loss of every step, thinned evenly once there are more points than a screen can show.
public final class StepHistory {
  private static final int CAPACITY = 4096;

  private double[] steps = new double[CAPACITY];
  private double[] losses = new double[CAPACITY];
  private int[] epochs = new int[CAPACITY];
  private int size;
  private long stride = 1;
  private long seen;

  /// Appends a step; kept unless thinning skips it.
  ///
  /// @param epoch that it is part of, counted from 1, never falling
  void add(long step, int epoch, double loss) {
    if (seen++ % stride != 0) {
      return;
    }
    if (size == CAPACITY) {
      halve();
    }
    steps[size] = step;
    losses[size] = loss;
    epochs[size] = epoch;
    size++;
  }

  /// Drops every second point and from now on takes half as many.
  private void halve() {
    for (int kept = 0; kept < CAPACITY / 2; kept++) {
      steps[kept] = steps[2 * kept];
      losses[kept] = losses[2 * kept];
      epochs[kept] = epochs[2 * kept];
    }
    size = CAPACITY / 2;
    stride *= 2;
  }

  public int size() {
    return size;
  }

  /// Step numbers, ascending; `[size]`.
  public double[] steps() {
    return Arrays.copyOf(steps, size);
  }

  /// Losses in nats; `[size]`.
  public double[] losses() {
    return Arrays.copyOf(losses, size);
  }

  /// The epoch that a step is part of, as nearly as the kept steps tell; empty if it is none of the
  /// run's.
  public OptionalInt epochAt(double step) {
    return size == 0 || step < steps[0] || step > steps[size - 1]
        ? OptionalInt.empty()
        : OptionalInt.of(epochs[nearest(step)]);
  }

  /// The last kept step of an epoch; empty if there is none.
  public OptionalDouble lastStepOf(double epoch) {
    return IntStream.range(0, size)
        .filter(i -> epochs[i] == epoch)
        .mapToDouble(i -> steps[i])
        .reduce((earlier, later) -> later);
  }

  private int nearest(double step) {
    int place = Arrays.binarySearch(steps, 0, size, step);
    if (place >= 0) {
      return place;
    }
    int after = -place - 1;
    return step - steps[after - 1] <= steps[after] - step ? after - 1 : after;
  }
}
