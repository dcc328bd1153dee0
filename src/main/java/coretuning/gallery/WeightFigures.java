package coretuning.gallery;

import coretuning.analysis.FocalHistory;
import coretuning.figure.Figure;
import coretuning.figure.FocalHeatFigure;
import coretuning.figure.QuantileFigure;
import coretuning.figure.QuantileRowsFigure;
import coretuning.result.FocalWeight;
import coretuning.store.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/// How the focal weights of one run's anchors go over its recorded epochs.
///
/// @param name of the run, and of what of it is drawn, in titles
/// @param classNames `[K]`
public record WeightFigures(FocalHistory history, String name, List<String> classNames) {
  private static final String EPOCH = "epoch";
  private static final String WEIGHT = "focal weight";

  public WeightFigures {
    classNames = List.copyOf(classNames);
  }

  /// Those of a recorded run.
  static WeightFigures of(RunFolder run, List<String> classNames) {
    var recorded = new TreeMap<Integer, List<FocalWeight>>();
    run.snapshotEpochs().forEach(epoch -> recorded.put(epoch, run.focalWeights(epoch)));
    return new WeightFigures(FocalHistory.of(recorded), run.spec().methodTitle(), classNames);
  }

  /// The same of one class, or of all.
  public WeightFigures of(OptionalInt label) {
    return label.isEmpty()
        ? this
        : new WeightFigures(
            history.of(label), name + ", class " + classNames.get(label.getAsInt()), classNames);
  }

  /// A row an anchor, a column an epoch.
  ///
  /// @param selected sample whose row is marked, if it is there
  public FocalHeatFigure heatMap(FocalHistory.Order order, OptionalInt selected) {
    return new FocalHeatFigure(
        "Focal weights of " + name,
        history.epochs(),
        new FocalHeatFigure.Rows(
            history.sorted(order), words(order), order == FocalHistory.Order.CLASS),
        classNames,
        selected);
  }

  private static String words(FocalHistory.Order order) {
    return switch (order) {
      case MEAN -> "largest mean weight first";
      case LAST -> "largest newest weight first";
      case CHANGE -> "what rose most first";
      case CLASS -> "class by class";
      case HARD -> "most epochs among the hardest tenth first";
    };
  }

  /// Median and quartiles of all anchors over epochs.
  public Figure distribution() {
    return new QuantileFigure(
        "Distribution of focal weights, " + name, EPOCH, WEIGHT, List.of(kind("", history)));
  }

  /// Median and quartiles class by class.
  public Figure byClass() {
    var kinds = new ArrayList<QuantileFigure.Kind>();
    for (int each : history.labels()) {
      kinds.add(kind(classNames.get(each), history.of(OptionalInt.of(each))));
    }
    return new QuantileRowsFigure("Focal weights by class, " + name, EPOCH, WEIGHT, kinds);
  }

  private static QuantileFigure.Kind kind(String name, FocalHistory history) {
    return new QuantileFigure.Kind(
        name,
        history.epochs().stream().mapToDouble(Integer::doubleValue).toArray(),
        history.byEpoch());
  }
}
