package coretuning.figure;

/// What a piece of text is for; decides its size and weight.
enum TextRole {
  TITLE(1.32, true),
  HEADING(1.0, true),
  BODY(1.0, false),
  SMALL(0.88, false);

  /// Font size over the style's font size.
  final double ratio;

  final boolean bold;

  TextRole(double ratio, boolean bold) {
    this.ratio = ratio;
    this.bold = bold;
  }
}
