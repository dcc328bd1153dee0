package coretuning.ui.plot;

import coretuning.figure.Figure;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A view that can be exported: as one figure, which may first need images from the disk.
@FunctionalInterface
public interface FigureSource {
  /// Passes the view's figure on, on the JavaFX thread, at once or later.
  ///
  /// @param use gets the figure, or nothing if the view shows none
  void figure(Consumer<Optional<Figure>> use);

  /// A view whose figure is at hand.
  static FigureSource of(Supplier<Optional<Figure>> figure) {
    return use -> use.accept(figure.get());
  }

  /// A view that is no figure.
  static FigureSource none() {
    return of(Optional::empty);
  }
}
