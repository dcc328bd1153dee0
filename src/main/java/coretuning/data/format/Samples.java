package coretuning.data.format;

import coretuning.data.image.PixelSource;
import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What a reader found: every sample with its class and part, and its pixels, not yet resized.
///
/// @param root of the data set
/// @param classNames name of each label; none if the images have no labels
/// @param samples in the reader's fixed order
/// @param pixels of the samples, in the same order
/// @param trainPerClass of the samples whose part is open: how many of each class are learnt from;
///   four fifths if empty
/// @param notes on what was done that one would not expect, a sentence each
public record Samples(
    Path root,
    List<String> classNames,
    List<Sample> samples,
    PixelSource pixels,
    OptionalInt trainPerClass,
    List<String> notes) {

  public Samples {
    classNames = List.copyOf(classNames);
    samples = List.copyOf(samples);
    notes = List.copyOf(notes);
    if (samples.size() != pixels.count()) {
      throw new IllegalArgumentException(
          "labels must be as many as images, got %d and %d"
              .formatted(samples.size(), pixels.count()));
    }
    for (Sample each : samples) {
      if (classNames.isEmpty() && each.label() == Sample.NO_LABEL) {
        continue;
      }
      if (each.label() < 0 || each.label() >= classNames.size()) {
        throw new Problem(
            "label %d has no class name, there are %d names"
                .formatted(each.label(), classNames.size()),
            root.toString(),
            "name every class, or remove the file of names");
      }
    }
  }
}
