package coretuning.spec;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds constants by the names that command line and files use.
final class Labelled {
  private Labelled() {}

  /// The constant of a label.
  ///
  /// @param what is looked for, for the message
  /// @throws IllegalArgumentException if there is none, naming those that exist
  static <T extends Enum<T>> T find(
      String what, T[] constants, Function<T, String> labelOf, String wanted) {
    return Arrays.stream(constants)
        .filter(each -> labelOf.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s must be one of %s; got %s"
                    .formatted(
                        what,
                        Arrays.stream(constants).map(labelOf).collect(Collectors.joining(", ")),
                        wanted)));
  }
}
