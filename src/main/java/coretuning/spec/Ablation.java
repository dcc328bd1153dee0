package coretuning.spec;

import java.util.Arrays;
import java.util.List;

/// Lists of variants that differ in one thing, ready to be compared.
public enum Ablation {
  /// The parts of Core-tuning, one more switched on in each row: L_con, then the focal weight.
  COMPONENTS("components", components());

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of records of plain values.
  private final List<Variant> variants;

  Ablation(String label, List<Variant> variants) {
    this.label = label;
    this.variants = variants;
  }

  private static List<Variant> components() {
    MethodSpec core = MethodSpec.CoreTuning.defaults();
    return List.of(
        Variant.of(new MethodSpec.CeTuning()),
        new Variant("mixed cross-entropy", Settings.with(core, "eta", "0")),
        new Variant("+ contrast, not focal", Settings.with(core, "focal-exponent", "0")),
        new Variant("+ focal weight (Core-tuning)", core));
  }

  /// The name on the command line.
  public String label() {
    return label;
  }

  /// The rows in order, the reference first.
  public List<Variant> variants() {
    return variants;
  }

  /// Finds a list by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static Ablation ofLabel(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "ablation must be one of %s; got %s"
                    .formatted(
                        String.join(", ", Arrays.stream(values()).map(Ablation::label).toList()),
                        label)));
  }

  @Override
  public String toString() {
    return label;
  }
}
