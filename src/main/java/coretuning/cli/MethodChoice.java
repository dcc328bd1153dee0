package coretuning.cli;

import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Any method with any of its settings.
final class MethodChoice {
  @Option(
      names = "--method",
      converter = ByLabel.class,
      completionCandidates = Labels.class,
      description = "${COMPLETION-CANDIDATES} (default: as the spec says).")
  private @Nullable MethodName method;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of the method, e.g. --set eta=1; may be repeated. 'workbench methods' lists"
              + " them.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /// The method asked for.
  ///
  /// @param preset settings to start from if it is the one asked for, or if none is
  /// @throws IllegalArgumentException if it has no such setting, or refuses the value
  MethodSpec over(MethodSpec preset) {
    MethodName chosen = method == null ? MethodName.of(preset) : method;
    MethodSpec base = MethodName.of(preset) == chosen ? preset : chosen.defaults();
    return Settings.with(base, settings);
  }

  /// The method named, if one is.
  boolean is(MethodName name) {
    return method == name;
  }

  /// The names that can be given.
  static final class Labels extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Labels() {
      super(MethodName.labels());
    }
  }

  /// Reads `core-tuning`.
  static final class ByLabel extends LabelConverter<MethodName> {
    ByLabel() {
      super(MethodName::ofLabel);
    }
  }
}
