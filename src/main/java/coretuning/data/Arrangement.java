package coretuning.data;

import coretuning.data.format.Sample;
import coretuning.data.format.Samples;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.SampleChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which samples are served, in which order and as which part: training images first, then the
/// set's own validation images, then test images, each in the reader's order.
///
/// @param rows place of each id among the samples
/// @param labels class of each id, [Sample#NO_LABEL] in sets without labels
/// @param trainCount ids below it are training images
/// @param validationCount number of the set's own validation images, which follow
record Arrangement(int[] rows, int[] labels, int trainCount, int validationCount) {
  private static final double TEST_SHARE = 0.2;

  /// Applies a choice. Where the set leaves its split open, a fifth of each class (or what exceeds
  /// the number to learn from) is drawn for testing by the choice's split number, the same for
  /// every run.
  ///
  /// @param broken indices of samples to leave out
  /// @throws Problem if a part or all but one class would be empty, or a domain does not exist
  static Arrangement of(Samples samples, SampleChoice choice, Set<Integer> broken) {
    requireDomains(samples, choice);
    Map<Integer, Part> parts = new TreeMap<>();
    var open = new ArrayList<Integer>();
    for (int index = 0; index < samples.samples().size(); index++) {
      if (broken.contains(index)) {
        continue;
      }
      Sample sample = samples.samples().get(index);
      if (isOpen(sample, choice)) {
        open.add(index);
      } else {
        int row = index;
        part(sample, choice).ifPresent(part -> parts.put(row, part));
      }
    }
    draw(samples, choice, open, parts);
    if (!parts.containsValue(Part.TEST)) {
      parts.replaceAll((index, part) -> part == Part.VALIDATION ? Part.TEST : part);
    }
    return ordered(samples, parts);
  }

  private static boolean isOpen(Sample sample, SampleChoice choice) {
    return sample.part().isEmpty()
        && choice.testDomains().isEmpty()
        && (choice.trainDomains().isEmpty() || isIn(choice.trainDomains(), sample));
  }

  /// The part of a sample under a choice of domains; empty if it is not used.
  private static Optional<Part> part(Sample sample, SampleChoice choice) {
    if (isIn(choice.testDomains(), sample)) {
      return sample.part().isEmpty()
          ? Optional.of(Part.TEST)
          : sample.part().filter(Part.TEST::equals);
    }
    if (!choice.trainDomains().isEmpty() && !isIn(choice.trainDomains(), sample)) {
      return Optional.empty();
    }
    if (choice.testDomains().isEmpty()) {
      return sample.part();
    }
    return Optional.of(sample.part().orElse(Part.TRAIN)).filter(part -> part != Part.TEST);
  }

  private static boolean isIn(List<String> domains, Sample sample) {
    return domains.stream().anyMatch(each -> each.equalsIgnoreCase(sample.domain()));
  }

  private static void requireDomains(Samples samples, SampleChoice choice) {
    Set<String> known =
        samples.samples().stream()
            .map(Sample::domain)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    for (List<String> asked : List.of(choice.trainDomains(), choice.testDomains())) {
      for (String name : asked) {
        if (!known.contains(name)) {
          throw new Problem(
              "there is no domain " + name,
              samples.root().toString(),
              known.isEmpty()
                  ? "leave out the domains: this data set has none"
                  : "choose among " + String.join(", ", known));
        }
      }
    }
  }

  /// Splits the samples whose part is open.
  private static void draw(
      Samples samples, SampleChoice choice, List<Integer> open, Map<Integer, Part> parts) {
    int[] indices = open.stream().mapToInt(Integer::intValue).toArray();
    int[] labels = IntStream.of(indices).map(i -> samples.samples().get(i).label()).toArray();
    int classes = samples.classNames().size();
    for (int[] ids : ClassBalance.shuffled(labels, 0, labels.length, classes, choice.split())) {
      if (ids.length == 1) {
        throw new Problem(
            "a class of one image cannot be split into training and test images",
            samples.samples().get(indices[ids[0]]).file().toString(),
            "add images of the class, or a folder test/ beside train/");
      }
      int held = testCount(samples, ids.length);
      for (int i = 0; i < ids.length; i++) {
        parts.put(indices[ids[i]], i < held ? Part.TEST : Part.TRAIN);
      }
    }
  }

  private static int testCount(Samples samples, int count) {
    return samples.trainPerClass().isPresent()
        ? Math.max(0, count - samples.trainPerClass().getAsInt())
        : Math.max(Math.min(1, count), (int) Math.round(TEST_SHARE * count));
  }

  private static Arrangement ordered(Samples samples, Map<Integer, Part> parts) {
    int[] rows =
        Arrays.stream(new Part[] {Part.TRAIN, Part.VALIDATION, Part.TEST})
            .flatMapToInt(part ->
                parts.entrySet().stream()
                    .filter(each -> each.getValue() == part)
                    .mapToInt(Map.Entry::getKey))
            .toArray();
    int train = count(parts, Part.TRAIN);
    int[] labels = IntStream.of(rows).map(i -> samples.samples().get(i).label()).toArray();
    var arrangement = new Arrangement(rows, labels, train, count(parts, Part.VALIDATION));
    arrangement.requireClasses(samples);
    return arrangement;
  }

  private static int count(Map<Integer, Part> parts, Part part) {
    return (int) parts.values().stream().filter(part::equals).count();
  }

  private void requireClasses(Samples samples) {
    if (samples.classNames().isEmpty()) {
      requireSome(samples);
      return;
    }
    if (trainCount == 0 || trainCount + validationCount == rows.length) {
      throw new Problem(
          "there are no %s images".formatted(trainCount == 0 ? "training" : "test"),
          samples.root().toString(),
          "give both parts at least one image of each class");
    }
    long classes = Arrays.stream(labels, 0, trainCount).distinct().count();
    if (classes < 2) {
      throw new Problem(
          "fewer than 2 classes: the training images belong to " + classes,
          samples.root().toString(),
          "a classifier needs images of at least two classes");
    }
  }

  /// Without labels there is nothing to classify, only images to learn from.
  private void requireSome(Samples samples) {
    if (trainCount == 0) {
      throw new Problem(
          "there are no images to learn from", samples.root().toString(), "add images");
    }
  }
}
