package coretuning.ui;

/// The views of the window, in the order of their tabs.
enum View {
  TRAINING("curves.png"),
  DIAGNOSTICS("diagnostics.png"),
  EMBEDDINGS("embeddings.png"),
  SPREAD("spread.png"),
  PAIRS("pairs.png"),
  WEIGHTS("focal-weights.png"),
  CONFUSION("confusion.png"),
  RUNS("runs.png"),
  TABLE("table.png");

  private final String figureFile;

  View(String figureFile) {
    this.figureFile = figureFile;
  }

  /// Name that an exported figure of this view is offered.
  String figureFile() {
    return figureFile;
  }
}
