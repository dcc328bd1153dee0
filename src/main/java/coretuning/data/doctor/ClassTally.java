package coretuning.data.doctor;

import coretuning.data.format.Samples;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport.ClassCount;
import coretuning.result.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Images of each class in each part.
final class ClassTally {
  private ClassTally() {}

  static List<ClassCount> of(Optional<Samples> samples, List<Optional<Part>> parts) {
    if (samples.isEmpty()) {
      return List.of();
    }
    List<String> names = samples.get().classNames();
    var counts = new int[names.size()][Part.values().length];
    for (int index = 0; index < parts.size(); index++) {
      int label = samples.get().samples().get(index).label();
      parts.get(index).ifPresent(part -> counts[label][part.ordinal()]++);
    }
    return IntStream.range(0, names.size())
        .mapToObj(label ->
            new ClassCount(
                names.get(label),
                counts[label][Part.TRAIN.ordinal()],
                counts[label][Part.VALIDATION.ordinal()],
                counts[label][Part.TEST.ordinal()]))
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
