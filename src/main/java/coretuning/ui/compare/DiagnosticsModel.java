package coretuning.ui.compare;

import coretuning.figure.DiagnosticsFigure;
import coretuning.figure.Figure;
import coretuning.figure.TheoryFigure;
import coretuning.result.EpochDiagnostics;
import coretuning.result.Warning;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.RunNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What lets a user trust the runs on display: the theorems' quantities of all runs together, or
/// the inside of one run's batches; and what all of them warn of.
final class DiagnosticsModel {
  private final Comparison comparison;
  private int subject;
  private Optional<Integer> epoch = Optional.empty();

  DiagnosticsModel(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Names of the runs whose batches can be looked into, in order.
  List<String> runs() {
    return comparison.runs().stream().map(run -> RunNames.of(run, comparison)).toList();
  }

  /// Chooses what to show.
  ///
  /// @param position 0 for the theorems, i for the batches of the i-th run, counted from 1
  void choose(int position) {
    if (position < 0) {
      throw new IllegalArgumentException("position must be at least 0, got " + position);
    }
    subject = position;
  }

  /// Chooses whose epoch's cosines are shown; empty for the newest.
  void chooseEpoch(Optional<Integer> chosen) {
    epoch = chosen;
  }

  /// The run whose batches are shown; empty while the theorems are.
  Optional<LiveRun> run() {
    return subject == 0 ? Optional.empty() : comparison.run(subject - 1);
  }

  /// Epochs that can be chosen.
  List<Integer> epochs() {
    return run()
        .map(run -> run.diagnostics().stream().map(EpochDiagnostics::epoch).toList())
        .orElse(List.of());
  }

  /// What is to be shown; empty while nothing was measured.
  Optional<Figure> figure() {
    return subject == 0 ? theory() : run().flatMap(this::batches);
  }

  private Optional<Figure> theory() {
    var figure =
        new TheoryFigure(
            "",
            comparison.runs().stream()
                .map(run ->
                    new TheoryFigure.Run(
                        RunNames.of(run, comparison), run.theory(), run.diagnostics()))
                .toList());
    return figure.hasData() ? Optional.of(figure) : Optional.empty();
  }

  private Optional<Figure> batches(LiveRun run) {
    List<EpochDiagnostics> seen = run.diagnostics();
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DiagnosticsFigure("", seen, epoch.orElseGet(() -> seen.getLast().epoch())));
  }

  /// A warning and who gives it.
  ///
  /// @param runs their names; empty if all runs on display give it
  record Line(List<String> runs, String text) {}

  /// Every warning once.
  List<Line> warnings() {
    var givers = new LinkedHashMap<String, List<String>>();
    for (LiveRun run : comparison.runs()) {
      for (Warning warning : run.warnings()) {
        givers
            .computeIfAbsent(warning.text(), text -> new ArrayList<>())
            .add(RunNames.of(run, comparison));
      }
    }
    int all = comparison.runs().size();
    return givers.entrySet().stream()
        .map(each ->
            new Line(
                each.getValue().size() == all ? List.of() : List.copyOf(each.getValue()),
                each.getKey()))
        .toList();
  }
}
