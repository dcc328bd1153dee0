package coretuning.ui.plot;

import coretuning.figure.Figure;
import coretuning.figure.Style;
import coretuning.ui.support.Messages;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What all views of figures share: the style of the theme in use, and where a figure goes that the
/// user wants as a file.
///
/// @param style follows the theme
/// @param export gets the figure to write
/// @param messages names the export
public record FigureDesk(ObservableValue<Style> style, Consumer<Figure> export, Messages messages) {

  /// A view that follows the theme and offers to export what it shows.
  public FigureView view() {
    var view = new FigureView(messages.text("export.offer"));
    style.subscribe(view::setFigureStyle);
    view.setOnExport(export);
    return view;
  }
}
