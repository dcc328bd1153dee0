package coretuning.eval;

/// The class of the highest score of each image and its softmax probability.
///
/// @param classes `[N]` in [0, K)
/// @param confidences `[N]` in [0, 1]
record Predictions(int[] classes, float[] confidences) {

  /// Cross-entropy of each image's label, -log p, nats: computed from the scores, so that it stays
  /// finite where p is too small for a number.
  ///
  /// @param labels `[N]` in [0, K)
  static float[] losses(Outputs outputs, int[] labels) {
    int k = outputs.classes();
    var losses = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      float best = outputs.logits()[i * k];
      for (int c = 1; c < k; c++) {
        best = Math.max(best, outputs.logits()[i * k + c]);
      }
      double sum = 0;
      for (int c = 0; c < k; c++) {
        sum += Math.exp(outputs.logits()[i * k + c] - best);
      }
      losses[i] = (float) (Math.log(sum) - (outputs.logits()[i * k + labels[i]] - best));
    }
    return losses;
  }

  static Predictions of(Outputs outputs) {
    int k = outputs.classes();
    int images = outputs.logits().length / k;
    var classes = new int[images];
    var confidences = new float[images];
    for (int i = 0; i < images; i++) {
      int best = 0;
      for (int c = 1; c < k; c++) {
        best = outputs.logits()[i * k + c] > outputs.logits()[i * k + best] ? c : best;
      }
      double sum = 0;
      for (int c = 0; c < k; c++) {
        sum += Math.exp(outputs.logits()[i * k + c] - outputs.logits()[i * k + best]);
      }
      classes[i] = best;
      confidences[i] = (float) (1 / sum);
    }
    return new Predictions(classes, confidences);
  }
}
