package coretuning.report;

import coretuning.result.Spread;
import coretuning.spec.Metric;
import java.util.Locale;

/// One column of a comparison.
enum Measure {
  TOP1("top-1 %", "top1", 100, 2, 1),
  TOP5("top-5 %", "top5", 100, 2, 1),
  MEAN_PER_CLASS("mean per class %", "mean_per_class", 100, 2, 1),
  KNN("k-NN %", "knn", 100, 2, 1),
  INTRA("intra", "intra", 1, 4, 0),
  INTER("inter", "inter", 1, 4, 0),
  RATIO("intra/inter", "ratio", 1, 4, -1),
  ALIGNMENT("alignment", "alignment", 1, 4, 0),
  UNIFORMITY("uniformity", "uniformity", 1, 4, 0);

  private final String title;
  private final String key;
  private final double scale;
  private final int decimals;
  private final int better;

  /// @param better 1 if a higher value is better, -1 if a lower one is, 0 if it says nothing alone
  Measure(String title, String key, double scale, int decimals, int better) {
    this.title = title;
    this.key = key;
    this.scale = scale;
    this.decimals = decimals;
    this.better = better;
  }

  /// The measure of a metric.
  static Measure of(Metric metric) {
    return switch (metric) {
      case TOP1 -> TOP1;
      case MEAN_PER_CLASS -> MEAN_PER_CLASS;
    };
  }

  /// Head of the column.
  String title() {
    return title;
  }

  /// Name in CSV files.
  String key() {
    return key;
  }

  /// The value after training, unscaled.
  double after(RunResult run) {
    return switch (this) {
      case TOP1 -> run.test().top1();
      case TOP5 -> run.test().top5();
      case MEAN_PER_CLASS -> run.test().meanPerClass();
      case KNN -> run.test().knn();
      case INTRA, INTER, RATIO, ALIGNMENT, UNIFORMITY -> of(run.after());
    };
  }

  /// The value before training, unscaled; NaN if there is none.
  double before(RunResult run) {
    return switch (this) {
      case TOP1, TOP5, MEAN_PER_CLASS -> Double.NaN;
      case KNN -> run.knnBefore();
      case INTRA, INTER, RATIO, ALIGNMENT, UNIFORMITY -> of(run.before());
    };
  }

  private double of(Spread spread) {
    return switch (this) {
      case INTRA -> spread.intraClass();
      case INTER -> spread.interClass();
      case RATIO -> spread.ratio();
      case ALIGNMENT -> spread.alignment();
      case UNIFORMITY -> spread.uniformity();
      case TOP1, TOP5, MEAN_PER_CLASS, KNN -> throw new IllegalStateException(title);
    };
  }

  /// Whether it exists before a classifier was trained.
  boolean existsBefore() {
    return switch (this) {
      case TOP1, TOP5, MEAN_PER_CLASS -> false;
      case KNN, INTRA, INTER, RATIO, ALIGNMENT, UNIFORMITY -> true;
    };
  }

  /// In the unit of the title.
  double scaled(double value) {
    return value * scale;
  }

  /// In the unit of the title, e.g. `87.31`.
  String show(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value * scale);
  }

  /// As [#show]; empty if there is none.
  String margin(double value) {
    return Double.isNaN(value) ? "" : show(value);
  }

  /// As [#show], with a sign.
  String showDifference(double value) {
    return String.format(Locale.ROOT, "%+." + decimals + "f", value * scale);
  }

  /// Whether this measure has a best.
  boolean hasBest() {
    return better != 0;
  }

  /// Whether `value` is better than `other` as far as the table shows it; false for NaN.
  boolean isBetter(double value, double other) {
    return better * Math.signum(value - other) > 0 && !show(value).equals(show(other));
  }
}
