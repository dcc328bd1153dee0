package coretuning.analysis;

import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Problem;

/// How well scores name the classes of images.
///
/// @param images N
/// @param top1 share whose highest score is the label's, in [0, 1]; of equal scores the lower class
///   wins
/// @param top5 share whose label is among the five highest scores, in [0, 1]
/// @param meanPerClass mean over the classes that have images of the share predicted right
/// @param crossEntropy mean of -log softmax at the label, nats
/// @param confusion `[K, K]` counts, row true class, column prediction
public record Classification(
    int images,
    double top1,
    double top5,
    double meanPerClass,
    double crossEntropy,
    int[][] confusion) {

  private static final int TOP = 5;

  /// Compares scores with labels.
  ///
  /// @param logits `[N, K]` row-major, N at least 1
  /// @param classes K
  /// @param labels `[N]` in [0, K)
  /// @throws Problem if a score is NaN or infinite
  public static Classification of(float[] logits, int classes, int[] labels) {
    if (labels.length == 0 || logits.length != (long) labels.length * classes) {
      throw new IllegalArgumentException(
          "%d scores do not fit %d images of %d classes"
              .formatted(logits.length, labels.length, classes));
    }
    Labels.require(labels, labels.length, classes);
    var confusion = new int[classes][classes];
    int right = 0;
    int amongTop = 0;
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      requireFinite(logits, i, classes);
      int start = i * classes;
      int label = labels[i];
      int best = argMax(logits, start, classes);
      confusion[label][best]++;
      right += best == label ? 1 : 0;
      amongTop += rank(logits, start, classes, label) < TOP ? 1 : 0;
      loss += logSumExp(logits, start, classes, logits[start + best]) - logits[start + label];
    }
    int n = labels.length;
    return new Classification(
        n, (double) right / n, (double) amongTop / n, meanPerClass(confusion), loss / n, confusion);
  }

  /// As a result, with the share that the k-NN vote named right.
  public Evaluation toEvaluation(Part part, double knn) {
    return new Evaluation(part, images, top1, top5, meanPerClass, knn, crossEntropy, confusion);
  }

  private static void requireFinite(float[] logits, int image, int classes) {
    for (int k = 0; k < classes; k++) {
      if (!Float.isFinite(logits[image * classes + k])) {
        throw new Problem(
            "the score of class %d is %s".formatted(k, logits[image * classes + k]),
            "image %d of the evaluation".formatted(image),
            "the model has diverged: lower the learning rate");
      }
    }
  }

  /// Class of the highest score.
  static int argMax(float[] logits, int start, int classes) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits[start + k] > logits[start + best]) {
        best = k;
      }
    }
    return best;
  }

  /// Classes that come before the label: higher scores, and equal ones of a lower class.
  private static int rank(float[] logits, int start, int classes, int label) {
    float own = logits[start + label];
    int before = 0;
    for (int k = 0; k < classes; k++) {
      float other = logits[start + k];
      before += other > own || (other == own && k < label) ? 1 : 0;
    }
    return before;
  }

  private static double logSumExp(float[] logits, int start, int classes, double highest) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += Math.exp(logits[start + k] - highest);
    }
    return highest + Math.log(sum);
  }

  private static double meanPerClass(int[][] confusion) {
    double sum = 0;
    int present = 0;
    for (int k = 0; k < confusion.length; k++) {
      int images = 0;
      for (int count : confusion[k]) {
        images += count;
      }
      if (images > 0) {
        sum += (double) confusion[k][k] / images;
        present++;
      }
    }
    return sum / present;
  }
}
