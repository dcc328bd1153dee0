package coretuning.data.format;

import coretuning.data.image.ImageFiles;
import coretuning.result.Part;
import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Gathers image files with the names of their classes.
final class SampleCollector {
  private final Path root;
  private final List<String> classNames;
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /// @param classNames in the order of the labels
  SampleCollector(Path root, List<String> classNames) {
    this.root = root;
    this.classNames = List.copyOf(classNames);
    for (int label = 0; label < classNames.size(); label++) {
      labels.put(classNames.get(label), label);
    }
  }

  /// A sample without domain.
  void add(Path file, String className, Part part) {
    add(file, className, Optional.of(part), "");
  }

  /// @throws Problem if there is no such class
  void add(Path file, String className, Optional<Part> part, String domain) {
    Integer label = labels.get(className);
    if (label == null) {
      throw new Problem(
          "the class \"%s\" is not among the %d class names"
              .formatted(className, classNames.size()),
          file.toString(),
          "complete the list of class names or remove the image");
    }
    samples.add(new Sample(file, label, part, domain));
  }

  /// Something that was done and that one would not expect, in a sentence.
  void note(String sentence) {
    notes.add(sentence);
  }

  boolean isEmpty() {
    return samples.isEmpty();
  }

  /// Four fifths of the samples whose part is open are learnt from.
  Samples samples() {
    return samples(OptionalInt.empty());
  }

  /// @param trainPerClass see [Samples]
  Samples samples(OptionalInt trainPerClass) {
    var files = new ImageFiles(samples.stream().map(Sample::file).toList());
    return new Samples(root, classNames, samples, files, trainPerClass, notes);
  }
}
