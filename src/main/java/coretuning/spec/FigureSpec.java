package coretuning.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The recipe of a figure: all that is needed to draw it again, pixel for pixel.
///
/// @param figure which one, e.g. `losses`
/// @param runs that it shows, in the order of their colours; at least one
/// @param choices what else the figure lets one choose, by name, e.g. `smoothing`
public record FigureSpec(
    String figure, List<RunReference> runs, Map<String, String> choices, FigureLook look) {

  /// A run and where it was.
  ///
  /// @param id name of the run's folder
  /// @param path of the folder when the recipe was written; may have moved since
  public record RunReference(String id, String path) {}

  public FigureSpec {
    if (figure.isBlank()) {
      throw new IllegalArgumentException("a recipe needs the name of a figure");
    }
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("the recipe of " + figure + " names no run");
    }
    runs = List.copyOf(runs);
    // Sorted: the same recipe is the same text in every run of the program.
    choices = Collections.unmodifiableMap(new TreeMap<>(choices));
  }

  /// The same figure with another look.
  public FigureSpec withLook(FigureLook newLook) {
    return new FigureSpec(figure, runs, choices, newLook);
  }
}
