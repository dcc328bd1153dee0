package coretuning.ui.settings;

import java.util.Map;

/// What the window remembers.
///
/// @param width of the window in logical pixels
/// @param height likewise
/// @param folders last folder chosen for each purpose
/// @param figure last choices in the dialog of figures, by name
/// @param recent last data sets and weights, see [coretuning.ui.support.RecentPaths#stored]
/// @param session where the user left off
/// @param sizes of dialogs, split panes and columns, by name
public record Preferences(
    Theme theme,
    double width,
    double height,
    Map<String, String> folders,
    Map<String, String> figure,
    Map<String, String> recent,
    Session session,
    Map<String, String> sizes) {
  private static final double LEAST_SIDE = 400;
  private static final double MOST_SIDE = 10_000;

  public Preferences {
    checkSide("window width", width);
    checkSide("window height", height);
    folders = Map.copyOf(folders);
    figure = Map.copyOf(figure);
    recent = Map.copyOf(recent);
    sizes = Map.copyOf(sizes);
  }

  /// Without recent files, of a window that remembers no session.
  public Preferences(
      Theme theme,
      double width,
      double height,
      Map<String, String> folders,
      Map<String, String> figure) {
    this(theme, width, height, folders, figure, Map.of(), Session.none(), Map.of());
  }

  private static void checkSide(String name, double side) {
    if (!(side >= LEAST_SIDE && side <= MOST_SIDE)) {
      throw new IllegalArgumentException(
          "%s must lie in [%s, %s], got %s".formatted(name, LEAST_SIDE, MOST_SIDE, side));
    }
  }

  /// Light, 1280 x 800.
  public static Preferences defaults() {
    return new Preferences(Theme.LIGHT, 1280, 800, Map.of(), Map.of());
  }
}
