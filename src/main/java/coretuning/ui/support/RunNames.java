package coretuning.ui.support;

import java.util.List;

/// Names that tell the runs on display apart: the method, with the run's name or seed where two
/// runs share it.
public final class RunNames {
  private RunNames() {}

  /// The name of one of the runs on display.
  public static String of(LiveRun run, Comparison comparison) {
    String method = run.spec().methodTitle();
    List<LiveRun> alike =
        comparison.runs().stream()
            .filter(each -> each.spec().methodTitle().equals(method))
            .toList();
    if (alike.size() == 1) {
      return method;
    }
    boolean namesDiffer = alike.stream().map(each -> each.spec().name()).distinct().count() > 1;
    boolean seedsDiffer = alike.stream().map(each -> each.spec().seed()).distinct().count() > 1;
    if (namesDiffer) {
      return method + " (" + run.spec().name() + ")";
    }
    return method
        + (seedsDiffer ? " (seed " + run.spec().seed() + ")" : " " + (alike.indexOf(run) + 1));
  }
}
