package coretuning.ui.support;

/// What newly chosen samples mean for those selected already.
public enum Pick {
  /// They take their place: a plain click.
  REPLACE,
  /// They join them: with Shift.
  ADD,
  /// Those that were selected no longer are, the others join: with Ctrl or Command.
  TOGGLE;

  /// As the keys held down say.
  ///
  /// @param shortcut Ctrl, on a Mac Command
  public static Pick of(boolean shift, boolean shortcut) {
    if (shortcut) {
      return TOGGLE;
    }
    return shift ? ADD : REPLACE;
  }
}
