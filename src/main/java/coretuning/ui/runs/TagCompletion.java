package coretuning.ui.runs;

import coretuning.result.Remarks;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Completes the last of some tags with commas between.
final class TagCompletion {
  private static final int MOST = 8;

  private TagCompletion() {}

  /// What the whole text may become.
  ///
  /// @param typed so far
  /// @param known tags of other runs
  static List<String> of(String typed, Collection<String> known) {
    int comma = typed.lastIndexOf(',');
    String head = typed.substring(0, comma + 1);
    String begun = typed.substring(comma + 1).strip().toLowerCase(Locale.ROOT);
    if (begun.isEmpty()) {
      return List.of();
    }
    List<String> taken = Remarks.tags(head);
    String before = head.isEmpty() ? "" : head + " ";
    return known.stream()
        .filter(tag -> tag.toLowerCase(Locale.ROOT).startsWith(begun))
        .filter(tag -> !tag.toLowerCase(Locale.ROOT).equals(begun) && !taken.contains(tag))
        .distinct()
        .sorted()
        .limit(MOST)
        .map(tag -> before + tag)
        .toList();
  }
}
