package coretuning.ui.support;

import java.util.Arrays;

/// The loss of every step, thinned evenly once there are more points than a screen can show.
public final class StepHistory {
  private static final int CAPACITY = 4096;

  private double[] steps = new double[CAPACITY];
  private double[] losses = new double[CAPACITY];
  private int size;
  private long stride = 1;
  private long seen;

  /// Appends a step; kept unless thinning skips it.
  void add(long step, double loss) {
    if (seen++ % stride != 0) {
      return;
    }
    if (size == CAPACITY) {
      halve();
    }
    steps[size] = step;
    losses[size] = loss;
    size++;
  }

  /// Drops every second point and from now on takes half as many.
  private void halve() {
    for (int kept = 0; kept < CAPACITY / 2; kept++) {
      steps[kept] = steps[2 * kept];
      losses[kept] = losses[2 * kept];
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
}
