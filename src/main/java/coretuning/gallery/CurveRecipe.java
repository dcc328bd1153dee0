package coretuning.gallery;

import coretuning.figure.CurveFigure;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.Series;
import coretuning.result.EpochMetrics;
import coretuning.result.Problem;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureSpec;
import coretuning.spec.FigureSpec.RunReference;
import coretuning.store.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Panels of curves over epochs, one measure each, as the window's training view shows them.
///
/// @param names of the runs in the legend, in the order of their colours
/// @param panels from left to right
/// @param smoothing factor of the exponential mean in [0, 0.999]
public record CurveRecipe(List<String> names, List<Panel> panels, double smoothing) {
  /// Name in recipes.
  public static final String FIGURE = "curves";

  /// Curves of one measure.
  ///
  /// @param title may be empty
  /// @param xLabel below the axis
  /// @param yLabel beside the axis, with the unit
  /// @param isLogarithmic whether y has a logarithmic scale
  public record Panel(
      CurveMeasure measure, String title, String xLabel, String yLabel, boolean isLogarithmic) {}

  public CurveRecipe {
    names = List.copyOf(names);
    panels = List.copyOf(panels);
  }

  /// The figure of some runs, the same whether their epochs come from a folder or from a running
  /// job.
  ///
  /// @param runs epochs of each run, as many as there are names
  public Figure drawn(List<List<EpochMetrics>> runs) {
    if (runs.size() != names.size()) {
      throw new IllegalArgumentException(
          "%d runs got %d names".formatted(runs.size(), names.size()));
    }
    List<Figure> drawn = panels.stream().map(panel -> panel(panel, runs)).toList();
    return drawn.size() == 1 ? drawn.getFirst() : new Panels("", drawn, drawn.size());
  }

  Figure figure(List<RunFolder> runs) {
    return drawn(runs.stream().map(RunFolder::epochs).toList());
  }

  private Figure panel(Panel panel, List<List<EpochMetrics>> runs) {
    var series = new ArrayList<Series>();
    for (int i = 0; i < runs.size(); i++) {
      series.addAll(panel.measure().series(runs.get(i), names.get(i)));
    }
    return new CurveFigure(
        panel.title(), panel.xLabel(), panel.yLabel(), series, smoothing, panel.isLogarithmic());
  }

  /// The recipe as it is stored.
  public FigureSpec spec(List<RunReference> runs, FigureLook look) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("smoothing", Double.toString(smoothing));
    for (int i = 0; i < names.size(); i++) {
      choices.put("name." + i, names.get(i));
    }
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      String prefix = "panel." + i + ".";
      choices.put(prefix + "measure", panel.measure().name());
      choices.put(prefix + "title", panel.title());
      choices.put(prefix + "x", panel.xLabel());
      choices.put(prefix + "y", panel.yLabel());
      choices.put(prefix + "logarithmic", Boolean.toString(panel.isLogarithmic()));
    }
    return new FigureSpec(FIGURE, runs, choices, look);
  }

  static CurveRecipe read(FigureSpec spec) {
    Map<String, String> choices = spec.choices();
    var names = new ArrayList<String>();
    for (int i = 0; i < spec.runs().size(); i++) {
      names.add(choices.getOrDefault("name." + i, spec.runs().get(i).id()));
    }
    var panels = new ArrayList<Panel>();
    for (int i = 0; choices.containsKey("panel." + i + ".measure"); i++) {
      String prefix = "panel." + i + ".";
      panels.add(
          new Panel(
              measure(choices, prefix + "measure"),
              choices.getOrDefault(prefix + "title", ""),
              choices.getOrDefault(prefix + "x", "epoch"),
              choices.getOrDefault(prefix + "y", ""),
              Boolean.parseBoolean(choices.getOrDefault(prefix + "logarithmic", "false"))));
    }
    if (panels.isEmpty()) {
      throw new Problem(
          "the recipe names nothing to draw", "choices", "give it panel.0.measure, e.g. LOSS");
    }
    return new CurveRecipe(names, panels, number(choices, "smoothing"));
  }

  private static CurveMeasure measure(Map<String, String> choices, String key) {
    String given = choices.getOrDefault(key, "");
    try {
      return CurveMeasure.valueOf(given);
    } catch (IllegalArgumentException unknown) {
      throw new Problem(
          "there is no measure " + given,
          key,
          "use one of " + List.of(CurveMeasure.values()),
          unknown);
    }
  }

  private static double number(Map<String, String> choices, String key) {
    String given = Optional.ofNullable(choices.get(key)).orElse("0");
    try {
      return Double.parseDouble(given);
    } catch (NumberFormatException unknown) {
      throw new Problem(given + " is not a number", key, "write e.g. 0.9", unknown);
    }
  }
}
