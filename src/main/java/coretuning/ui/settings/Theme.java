package coretuning.ui.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import coretuning.figure.Style;

/// Colours of the window and of the figures in it.
public enum Theme {
  LIGHT,
  DARK;

  /// Address of the stylesheet for the whole program.
  public String stylesheet() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK -> new PrimerDark().getUserAgentStylesheet();
    };
  }

  /// Style of the figures on the screen.
  public Style figures() {
    return switch (this) {
      case LIGHT -> Style.LIGHT;
      case DARK -> Style.DARK;
    };
  }
}
