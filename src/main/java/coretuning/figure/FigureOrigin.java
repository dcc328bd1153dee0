package coretuning.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a figure comes from, written into its file so that it can be found out years later.
///
/// @param entries keyword and value in order, e.g. `Software`, `Runs`, `Recipe`; keywords are 1 to
///   79 letters of ASCII without spaces at their ends
public record FigureOrigin(Map<String, String> entries) {
  private static final int LONGEST_KEYWORD = 79;

  public FigureOrigin {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    for (String keyword : entries.keySet()) {
      boolean isPlain = keyword.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
      if (keyword.isBlank()
          || !keyword.equals(keyword.strip())
          || keyword.length() > LONGEST_KEYWORD
          || !isPlain) {
        throw new IllegalArgumentException(
            "a keyword needs 1 to 79 letters of ASCII, got '" + keyword + "'");
      }
    }
  }

  /// Of a figure that says nothing about itself.
  public static FigureOrigin none() {
    return new FigureOrigin(Map.of());
  }
}
