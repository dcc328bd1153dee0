package coretuning.spec;

import java.util.Arrays;
import java.util.List;

/// The fine-tuning methods by name, each with its usual settings: what a user can pick.
public enum MethodName {
  CE_TUNING("ce-tuning", new MethodSpec.CeTuning()),
  CORE_TUNING("core-tuning", MethodSpec.CoreTuning.defaults()),
  L2_SP("l2-sp", MethodSpec.L2Sp.defaults()),
  DELTA("delta", MethodSpec.Delta.defaults()),
  BSS("bss", MethodSpec.Bss.defaults()),
  RIFLE("rifle", MethodSpec.Rifle.defaults()),
  MIX_AND_MATCH("mix-and-match", MethodSpec.MixAndMatch.defaults()),
  SCL("scl", MethodSpec.Scl.defaults()),
  BI_TUNING("bi-tuning", MethodSpec.BiTuning.defaults());

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Every permitted class is a record of plain values.
  private final MethodSpec defaults;

  MethodName(String label, MethodSpec defaults) {
    this.label = label;
    this.defaults = defaults;
  }

  /// The name on the command line and in files, e.g. `core-tuning`.
  public String label() {
    return label;
  }

  /// The name as in the literature, e.g. `Core-tuning`.
  public String title() {
    return defaults.title();
  }

  /// The settings that its source recommends.
  public MethodSpec defaults() {
    return defaults;
  }

  /// The name of the method that some settings are of.
  public static MethodName of(MethodSpec settings) {
    return Arrays.stream(values())
        .filter(each -> each.defaults.getClass().equals(settings.getClass()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(settings.title() + " has no name"));
  }

  /// Finds a method by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static MethodName ofLabel(String label) {
    return Labelled.find("method", values(), MethodName::label, label);
  }

  /// All labels, in the order of the methods.
  public static List<String> labels() {
    return Arrays.stream(values()).map(MethodName::label).toList();
  }

  @Override
  public String toString() {
    return label;
  }
}
