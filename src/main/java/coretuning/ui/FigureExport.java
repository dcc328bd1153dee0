package coretuning.ui;

import coretuning.figure.Figure;
import coretuning.store.RunStore;
import coretuning.ui.plot.FigureSource;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.util.List;
import java.util.Map;

/// Brings figures of the window into files, by the dialog of figures.
final class FigureExport {
  /// What it talks to the user with.
  record Tools(Dialogs dialogs, FileChoice files, StatusLine status, Messages messages) {}

  private final RunStore store;
  private final Comparison comparison;
  private final Tools tools;
  private Map<String, String> choices;
  private Map<View, FigureSource> figures = Map.of();

  /// @param choices of the last figure; see [ExportForm#choices]
  FigureExport(RunStore store, Comparison comparison, Tools tools, Map<String, String> choices) {
    this.store = store;
    this.comparison = comparison;
    this.tools = tools;
    this.choices = Map.copyOf(choices);
  }

  /// Tells what each view shows.
  void offer(Map<View, FigureSource> shown) {
    figures = Map.copyOf(shown);
  }

  /// Exports what a view shows; says so if that is nothing.
  void export(View view) {
    figures
        .getOrDefault(view, FigureSource.none())
        .figure(figure ->
            figure.ifPresentOrElse(
                shown -> export(shown, view),
                () -> tools.status().say(tools.messages().text("export.nothing"))));
  }

  /// Exports a figure of a view, of the runs on display.
  void export(Figure figure, View view) {
    export(figure, comparison.runs().stream().map(LiveRun::id).toList(), view.figureFile());
  }

  /// Exports any figure.
  ///
  /// @param runs that the figure shows
  /// @param suggestion name of the file to begin with, without its ending
  void export(Figure figure, List<String> runs, String suggestion) {
    var writer = new FigureWriter(figure, runs, store);
    var typed = new ExportForm(choices, tools.messages());
    tools
        .dialogs()
        .export(
            new ExportController(writer, typed, suggestion, tools.files(), tools.messages()),
            file -> {
              choices = typed.choices();
              tools.status().say(tools.messages().text("export.written", file));
            });
  }

  /// What was chosen for the last figure, to be remembered.
  Map<String, String> choices() {
    return choices;
  }
}
