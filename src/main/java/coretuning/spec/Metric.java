package coretuning.spec;

/// The accuracy by which a data set is usually judged.
public enum Metric {
  /// Share of the test images predicted right.
  TOP1("top1", "top-1"),
  /// Mean over classes of the share of the class predicted right: for unbalanced test sets.
  MEAN_PER_CLASS("mean-per-class", "mean per class");

  private final String label;
  private final String title;

  Metric(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// The name on the command line, e.g. `mean-per-class`.
  public String label() {
    return label;
  }

  /// In the head of a table, e.g. `mean per class`.
  public String title() {
    return title;
  }

  /// Finds a metric by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static Metric ofLabel(String label) {
    return Labelled.find("metric", values(), Metric::label, label);
  }
}
