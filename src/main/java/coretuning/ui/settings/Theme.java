package coretuning.ui.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import coretuning.figure.Style;
import java.awt.Color;

/// Colours of the window and of the figures in it.
public enum Theme {
  LIGHT,
  DARK;

  /// The colours of figures in the dark window: its own background instead of that for paper.
  private static final Style DARK_CARD =
      new Style(
          new Color(0x0d1117), new Color(0xc9d1d9), new Color(0x30363d), Style.DARK.fontSize());

  /// Address of the stylesheet for the whole program.
  public String stylesheet() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK -> new PrimerDark().getUserAgentStylesheet();
    };
  }

  /// Style of figures in files.
  public Style paper() {
    return this == DARK ? Style.DARK : Style.LIGHT;
  }

  /// Style of the figures on the screen.
  public Style figures() {
    return switch (this) {
      case LIGHT -> Style.LIGHT;
      case DARK -> DARK_CARD;
    };
  }
}
