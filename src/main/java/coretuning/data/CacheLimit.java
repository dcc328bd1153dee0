package coretuning.data;

import coretuning.result.Problem;
import java.util.Optional;

/// How much room the pixel cache may take: the environment variable [#VARIABLE] in GiB, else 20
/// GiB.
public final class CacheLimit {
  /// Name of the environment variable.
  public static final String VARIABLE = "CORETUNING_CACHE_GIB";

  private static final double STANDARD_GIB = 20;
  private static final double GIB = 1L << 30;

  private CacheLimit() {}

  /// Bytes of the running program's limit.
  ///
  /// @throws Problem if the variable is no number above 0
  static long bytes() {
    return bytes(Optional.ofNullable(System.getenv(VARIABLE)));
  }

  /// Bytes of a limit in GiB as text.
  static long bytes(Optional<String> text) {
    try {
      double gib = text.map(Double::parseDouble).orElse(STANDARD_GIB);
      if (gib > 0 && gib < 1e9) {
        return (long) (gib * GIB);
      }
    } catch (NumberFormatException noNumber) {
      throw wrong(text, noNumber);
    }
    throw wrong(text, new NumberFormatException("not above 0"));
  }

  private static Problem wrong(Optional<String> text, NumberFormatException cause) {
    return new Problem(
        "\"%s\" is no number of GiB above 0".formatted(text.orElse("")),
        "environment variable " + VARIABLE,
        "set it to a number like 20, or leave it out",
        cause);
  }
}
