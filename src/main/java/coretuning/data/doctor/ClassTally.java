package coretuning.data.doctor;

import coretuning.data.format.Samples;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport.ClassCount;
import coretuning.result.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Images of each class in each part.
final class ClassTally {
  private ClassTally() {}

  static List<ClassCount> of(Optional<Samples> samples, List<Optional<Part>> parts) {
    if (samples.isEmpty() || samples.get().classNames().isEmpty()) {
      return List.of();
    }
    List<String> names = samples.get().classNames();
    Map<Part, int[]> counts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      counts.put(part, new int[names.size()]);
    }
    for (int index = 0; index < parts.size(); index++) {
      int label = samples.get().samples().get(index).label();
      parts.get(index).ifPresent(part -> counts.getOrDefault(part, new int[0])[label]++);
    }
    int[] train = counts.getOrDefault(Part.TRAIN, new int[0]);
    int[] validation = counts.getOrDefault(Part.VALIDATION, new int[0]);
    int[] test = counts.getOrDefault(Part.TEST, new int[0]);
    return IntStream.range(0, names.size())
        .mapToObj(
            label -> new ClassCount(names.get(label), train[label], validation[label], test[label]))
        .toList();
  }

  /// A class is small if it has fewer training images than its even share of a batch, or fewer than
  /// the two that a positive pair needs.
  static void findSmall(List<ClassCount> classes, int batchSize, Findings findings) {
    int share = Math.max(2, (int) Math.ceil((double) batchSize / Math.max(1, classes.size())));
    for (ClassCount each : classes) {
      if (each.train() < share) {
        findings.add(
            Kind.SMALL_CLASS,
            each.name(),
            "%d training images; a batch of %d takes about %d of each class"
                .formatted(each.train(), batchSize, share));
      }
    }
  }
}
