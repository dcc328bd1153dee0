package coretuning.spec;

import java.util.List;
import java.util.function.Function;

/// Lists of variants of Core-tuning that differ in one thing each, ready to be compared.
public enum Ablation {
  /// CE-tuning, then one more part of the method in each row, in the paper's order.
  COMPONENTS("components", CoreTuningVariants::components),
  /// The method in full, then without each of its parts.
  PARTS("parts", CoreTuningVariants::withoutEach),
  /// From the paper's reading to the released code's, one switch more in each row.
  READING("reading", CoreTuningVariants::walk),
  /// The paper's reading, then each switch alone on top of it, then the released code's.
  SWITCHES("switches", CoreTuningVariants::alone);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // References to static methods hold no state.
  private final Function<MethodSpec.CoreTuning, List<Variant>> variants;

  Ablation(String label, Function<MethodSpec.CoreTuning, List<Variant>> variants) {
    this.label = label;
    this.variants = variants;
  }

  /// The name on the command line.
  public String label() {
    return label;
  }

  /// The rows in order, the reference first.
  ///
  /// @param base settings that the rows leave as they are
  /// @throws IllegalArgumentException if the base has nothing that could be taken away
  public List<Variant> variants(MethodSpec.CoreTuning base) {
    return variants.apply(base);
  }

  /// Finds a list by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static Ablation ofLabel(String label) {
    return Labelled.find("ablation", values(), Ablation::label, label);
  }

  @Override
  public String toString() {
    return label;
  }
}
