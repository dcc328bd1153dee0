package coretuning.pretrain;

import java.util.Arrays;

/// Which images a batch is of. Only analysis asks, and the class oracle for the labels.
///
/// @param samples `[N]` ids in the data set; [#UNKNOWN] where there is none
/// @param labels `[N]` classes
public record Origin(int[] samples, int[] labels) {
  /// Stands for an id or class that is not known.
  public static final int UNKNOWN = -1;

  public Origin {
    if (samples.length != labels.length) {
      throw new IllegalArgumentException(
          "ids and labels must be as many, got %d and %d".formatted(samples.length, labels.length));
    }
  }

  /// Images whose ids are not known.
  public static Origin ofLabels(int... labels) {
    var samples = new int[labels.length];
    Arrays.fill(samples, UNKNOWN);
    return new Origin(samples, labels);
  }
}
