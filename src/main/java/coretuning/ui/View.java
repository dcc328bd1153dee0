package coretuning.ui;

/// The views of the window, in the order of their tabs.
enum View {
  TRAINING("curves"),
  DIAGNOSTICS("diagnostics"),
  EMBEDDINGS("embeddings"),
  SPREAD("spread"),
  PAIRS("pairs"),
  WEIGHTS("focal-weights"),
  CONFUSION("confusion"),
  RUNS("runs"),
  TABLE("table"),
  PRETRAIN("pretraining");

  private final String figureFile;

  View(String figureFile) {
    this.figureFile = figureFile;
  }

  /// Name that an exported figure of this view is offered, without its ending.
  String figureFile() {
    return figureFile;
  }
}
