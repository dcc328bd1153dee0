package coretuning.data;

import coretuning.data.format.Samples;
import coretuning.result.Part;
import coretuning.spec.SampleChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which part each sample of a reader goes to, without opening an image.
public final class SampleParts {
  private SampleParts() {}

  /// One part a sample, in the reader's order; empty where the choice leaves a sample out.
  ///
  /// @throws coretuning.result.Problem if the samples cannot be split as asked
  public static List<Optional<Part>> of(Samples samples, SampleChoice choice) {
    Arrangement arrangement = Arrangement.of(samples, choice, Set.of());
    var parts =
        new ArrayList<Optional<Part>>(
            Collections.nCopies(samples.samples().size(), Optional.empty()));
    int[] rows = arrangement.rows();
    int testStart = arrangement.trainCount() + arrangement.validationCount();
    for (int id = 0; id < rows.length; id++) {
      Part part =
          id < arrangement.trainCount() ? Part.TRAIN : id < testStart ? Part.VALIDATION : Part.TEST;
      parts.set(rows[id], Optional.of(part));
    }
    return List.copyOf(parts);
  }
}
