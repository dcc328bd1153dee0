package coretuning.ui.settings;

import java.util.List;

/// Where the user left off.
///
/// @param isRestored whether the next start begins there: runs, view and form; theme and sizes are
///   remembered in any case
/// @param isMaximised whether the window filled the screen
/// @param view name of the view in front; empty for the first
/// @param runs folders of the runs on display, in their order
/// @param recent folders of runs that were on display lately, the newest first
public record Session(
    boolean isRestored, boolean isMaximised, String view, List<String> runs, List<String> recent) {
  public Session {
    runs = List.copyOf(runs);
    recent = List.copyOf(recent);
  }

  /// Of who has never used the program: nothing to restore, and the wish to.
  public static Session none() {
    return new Session(true, false, "", List.of(), List.of());
  }
}
