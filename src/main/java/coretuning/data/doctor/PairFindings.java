package coretuning.data.doctor;

import coretuning.data.format.Samples;
import coretuning.result.DataFinding;
import coretuning.result.DataFinding.Kind;
import coretuning.result.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/// What a pair of equal or nearly equal images means: a copy in another part leaks test images into
/// training, one in another class is labelled wrongly at least once.
///
/// @param samples with their labels, if they are known
/// @param parts of the samples, where known
/// @param name of an image
record PairFindings(
    Findings findings,
    Optional<Samples> samples,
    List<Optional<Part>> parts,
    IntFunction<String> name) {

  void exact(int first, int second) {
    Kind kind =
        isAcrossParts(first, second)
            ? Kind.COPY_ACROSS_PARTS
            : isAcrossClasses(first, second) ? Kind.COPY_ACROSS_CLASSES : Kind.COPY;
    add(kind, second, "same bytes as ", first);
  }

  void near(int first, int second) {
    Kind kind = isAcrossParts(first, second) ? Kind.NEAR_ACROSS_PARTS : Kind.NEAR;
    add(kind, second, "looks like ", first);
  }

  private void add(Kind kind, int second, String relation, int first) {
    findings.add(
        new DataFinding(
            kind, name.apply(second), relation + described(first), Optional.of(name.apply(first))));
  }

  private String described(int index) {
    return parts
        .get(index)
        .map(part -> "%s (%s)".formatted(name.apply(index), part.name().toLowerCase(Locale.ROOT)))
        .orElse(name.apply(index));
  }

  private boolean isAcrossParts(int first, int second) {
    return parts.get(first).isPresent()
        && parts.get(second).isPresent()
        && !parts.get(first).equals(parts.get(second));
  }

  private boolean isAcrossClasses(int first, int second) {
    return samples
        .map(known -> known.samples().get(first).label() != known.samples().get(second).label())
        .orElse(false);
  }
}
