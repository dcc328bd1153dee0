package coretuning.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// A run in the trash.
///
/// @param run name that its folder had
/// @param since when it was thrown away, local time
public record Trashed(String run, LocalDateTime since) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);
  private static final int TIME_LENGTH = 19;

  /// Name of the folder in the trash: time and run.
  String folder() {
    return TIME.format(since) + "-" + run;
  }

  /// What a folder's name says; empty if the program did not give it.
  static Optional<Trashed> of(String folder) {
    if (folder.length() < TIME_LENGTH + 2 || folder.charAt(TIME_LENGTH) != '-') {
      return Optional.empty();
    }
    try {
      var since = LocalDateTime.parse(folder.substring(0, TIME_LENGTH), TIME);
      return Optional.of(new Trashed(folder.substring(TIME_LENGTH + 1), since));
    } catch (DateTimeParseException foreign) {
      return Optional.empty();
    }
  }
}
