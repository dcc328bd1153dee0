package coretuning.result;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// What the user noted on a run. Numbers never depend on it.
///
/// @param tags short names to find runs by, each once, in the order given; none holds a comma or
///   blank ends
/// @param notes any text, may be empty
public record Remarks(List<String> tags, String notes) {
  public Remarks {
    tags = List.copyOf(new LinkedHashSet<>(tags));
    for (String tag : tags) {
      if (tag.isBlank() || !tag.equals(tag.strip()) || tag.contains(",")) {
        throw new IllegalArgumentException(
            "a tag must have letters, no comma and no blanks around it, got \"" + tag + "\"");
      }
    }
  }

  /// Nothing noted.
  public static Remarks none() {
    return new Remarks(List.of(), "");
  }

  /// Tags as typed, with commas between.
  public static List<String> tags(String typed) {
    return Arrays.stream(typed.split(","))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }
}
