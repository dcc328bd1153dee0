package coretuning.report;

import coretuning.result.VariantDifference;
import coretuning.spec.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One column of a table of results: the accuracies of every variant, by seed.
///
/// @param title head of the column
/// @param values by variant, then by seed, in [0, 1]; a variant without a finished run has none
record ResultColumn(String title, Measure measure, Map<String, Map<Long, Double>> values) {

  /// A data set.
  static ResultColumn of(String name, Metric metric, Map<String, Map<Long, Double>> values) {
    return new ResultColumn(
        "%s, %s %%".formatted(name, metric.title()), Measure.of(metric), values);
  }

  /// The mean over data sets, seed by seed; of a variant only the seeds that every data set has.
  static ResultColumn average(List<ResultColumn> columns) {
    var averages = new LinkedHashMap<String, Map<Long, Double>>();
    for (String variant : columns.getFirst().values().keySet()) {
      var bySeed = new TreeMap<Long, Double>();
      for (long seed : columns.getFirst().of(variant).keySet()) {
        List<Double> found = new ArrayList<>();
        columns.forEach(
            each -> Optional.ofNullable(each.of(variant).get(seed)).ifPresent(found::add));
        if (found.size() == columns.size()) {
          bySeed.put(seed, Statistics.of(found).mean());
        }
      }
      averages.put(variant, bySeed);
    }
    return new ResultColumn("average %", Measure.TOP1, averages);
  }

  private Map<Long, Double> of(String variant) {
    return values.getOrDefault(variant, Map.of());
  }

  /// A variant's accuracies over its seeds.
  Statistics statistics(String variant) {
    return Statistics.of(of(variant).values());
  }

  /// A variant's accuracies less those of another, paired by seed.
  Statistics difference(String variant, String reference) {
    return Statistics.paired(of(variant), of(reference));
  }

  /// The same for a drawing.
  VariantDifference drawn(String variant, String reference) {
    Statistics paired = difference(variant, reference);
    return new VariantDifference(
        variant,
        Statistics.differences(of(variant), of(reference)).stream()
            .mapToDouble(each -> measure.scaled(each))
            .toArray(),
        measure.scaled(paired.mean()),
        measure.scaled(paired.halfInterval()));
  }

  /// How a variant's mean stands among those of the others.
  Cell.Mark mark(String variant) {
    double mean = statistics(variant).mean();
    Optional<String> best =
        values.keySet().stream()
            .filter(each -> !Double.isNaN(statistics(each).mean()))
            .reduce((one, other) ->
                measure.isBetter(statistics(other).mean(), statistics(one).mean()) ? other : one);
    if (values.size() < 2 || Double.isNaN(mean) || best.isEmpty()) {
      return Cell.Mark.NONE;
    }
    if (!measure.isBetter(statistics(best.get()).mean(), mean)) {
      return Cell.Mark.BEST;
    }
    Statistics behind = difference(best.get(), variant);
    return behind.mean() <= behind.halfInterval() ? Cell.Mark.ALIKE : Cell.Mark.NONE;
  }

  /// The mean of a variant with its deviation.
  Cell cell(String variant) {
    Statistics own = statistics(variant);
    if (own.count() == 0) {
      return Cell.NONE;
    }
    return new Cell(
        measure.show(own.mean()), measure.margin(own.deviation()), "", mark(variant), List.of());
  }

  /// The paired difference of a variant from the reference with its half interval.
  Cell differenceCell(String variant, String reference) {
    Statistics paired = difference(variant, reference);
    return paired.count() == 0
        ? Cell.NONE
        : Cell.number(
            measure.showDifference(paired.mean()), measure.margin(paired.halfInterval()), false);
  }
}
