package coretuning.ui.pretrain;

import coretuning.figure.AlignmentUniformityFigure;
import coretuning.figure.PretrainingFigure;
import coretuning.result.ProxyEpoch;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.Warning;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.SynthesisSpec;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pre-training runs on display and what can be said and done of them.
final class PretrainModel {
  private final Comparison comparison;

  PretrainModel(Comparison comparison) {
    this.comparison = comparison;
  }

  /// In the order in which they began.
  List<LiveRun> runs() {
    return comparison.runs().stream().filter(run -> run.spec() instanceof Pretraining).toList();
  }

  /// The run that header and buttons are of: the one that began last.
  Optional<LiveRun> newest() {
    return runs().stream().reduce((earlier, later) -> later);
  }

  /// What the newest run was asked.
  Optional<Pretraining> spec() {
    return newest().map(run -> (Pretraining) run.spec());
  }

  /// Names that tell the runs on display apart, one for each of [#runs].
  List<String> names() {
    var names = new ArrayList<String>();
    for (LiveRun run : runs()) {
      String name = name((Pretraining) run.spec());
      long before = names.stream().filter(each -> each.startsWith(name)).count();
      names.add(before == 0 ? name : name + " " + (before + 1));
    }
    return names;
  }

  /// The method as the paper writes it, e.g. `MoCHi (1024, 512, 256)`.
  static String name(Pretraining run) {
    if (run.method() instanceof PretrainSpec.Mochi mochi) {
      SynthesisSpec synthesis = mochi.synthesis();
      return "%s (%d, %d, %d)%s"
          .formatted(
              mochi.title(),
              synthesis.hardest(),
              synthesis.mixed(),
              synthesis.queryMixed(),
              synthesis.classOracle() ? " oracle" : "");
    }
    return run.methodTitle();
  }

  /// Whether the newest run can go on.
  boolean canResume() {
    return newest()
        .filter(run -> run.state() == RunState.STOPPED || run.state() == RunState.FAILED)
        .isPresent();
  }

  /// Whether the newest run has weights that no job is changing.
  boolean canFineTune() {
    return newest().filter(run -> run.state().isTerminal() && !run.epochs().isEmpty()).isPresent();
  }

  /// How far the newest run is; empty unless it runs.
  Optional<RunEvent.Progress> progress() {
    return newest().filter(run -> !run.state().isTerminal()).flatMap(LiveRun::progress);
  }

  /// What the newest run warns of.
  List<Warning> warnings() {
    return newest().map(LiveRun::warnings).orElse(List.of());
  }

  /// The way of each run over the plane of alignment and uniformity.
  AlignmentUniformityFigure trails() {
    List<LiveRun> runs = runs();
    List<String> names = names();
    var trails = new ArrayList<AlignmentUniformityFigure.Trail>();
    for (int i = 0; i < runs.size(); i++) {
      List<ProxyEpoch> epochs = runs.get(i).proxy();
      trails.add(
          new AlignmentUniformityFigure.Trail(
              names.get(i),
              epochs.stream().mapToDouble(ProxyEpoch::alignment).toArray(),
              epochs.stream().mapToDouble(ProxyEpoch::uniformity).toArray()));
    }
    return new AlignmentUniformityFigure("", trails, "of query and key");
  }

  /// The curves of all runs on display.
  PretrainingFigure figure() {
    List<LiveRun> runs = runs();
    List<String> names = names();
    var drawn = new ArrayList<PretrainingFigure.Run>();
    for (int i = 0; i < runs.size(); i++) {
      LiveRun run = runs.get(i);
      drawn.add(
          new PretrainingFigure.Run(names.get(i), run.epochs(), run.proxy(), run.probes())
              .withSteps(run.steps().steps(), run.steps().losses()));
    }
    return new PretrainingFigure("Pre-training", drawn);
  }
}
