package coretuning.spec;

import java.util.Optional;
import java.util.function.Function;

/// A row of a table in words: `TITLE=METHOD[:SETTING=VALUE,…]`, e.g. `not
/// focal=core-tuning:focal-exponent=0`. The setting `weights` names a file of other weights.
public final class VariantText {
  private static final String WEIGHTS = "weights";

  private VariantText() {}

  /// Reads a row.
  ///
  /// @param settings of a method that nothing is said about
  /// @throws IllegalArgumentException saying what is wrong with the text
  public static Variant read(String text, Function<MethodName, MethodSpec> settings) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "a variant must be TITLE=METHOD[:SETTING=VALUE,...], got " + text);
    }
    String title = text.substring(0, equals).strip();
    String[] parts = text.substring(equals + 1).split(":", 2);
    MethodSpec method = settings.apply(MethodName.ofLabel(parts[0].strip()));
    Optional<String> weights = Optional.empty();
    for (String each : parts.length == 1 ? new String[0] : parts[1].split(",")) {
      String[] setting = each.split("=", 2);
      if (setting.length < 2) {
        throw new IllegalArgumentException(
            "a setting of %s must be NAME=VALUE, got %s".formatted(title, each));
      }
      if (setting[0].strip().equals(WEIGHTS)) {
        weights = Optional.of(setting[1].strip());
      } else {
        method = Settings.with(method, setting[0].strip(), setting[1]);
      }
    }
    return new Variant(title, method, weights);
  }
}
