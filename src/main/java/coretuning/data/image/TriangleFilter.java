package coretuning.data.image;

/// The weights that resize one axis of an image: output `o` is the weighted mean of the
/// `weights[o].length` input pixels from `first[o]` on.
///
/// A triangle of half-width 1 when enlarging (bilinear interpolation) and of half-width `span /
/// outputs` when shrinking, so that no pixel is skipped: the rule of Pillow's and torchvision's
/// antialiased bilinear resize. Pixels outside the window are never touched.
public final class TriangleFilter {
  private final int[] first;
  private final float[][] weights;

  private TriangleFilter(int[] first, float[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /// Maps the window of `span` pixels from pixel `from` on to `outputs` pixels.
  ///
  /// @throws IllegalArgumentException if span or outputs are below 1, or from below 0
  public static TriangleFilter of(int from, int span, int outputs) {
    if (from < 0 || span < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "window must start at 0 or later and hold a pixel, got from %d, span %d, outputs %d"
              .formatted(from, span, outputs));
    }
    double scale = (double) span / outputs;
    double halfWidth = Math.max(1, scale);
    var first = new int[outputs];
    var weights = new float[outputs][];
    for (int o = 0; o < outputs; o++) {
      double centre = from + (o + 0.5) * scale;
      int low = Math.max(from, (int) Math.floor(centre - halfWidth + 0.5));
      int high = Math.min(from + span, (int) Math.floor(centre + halfWidth + 0.5));
      first[o] = low;
      weights[o] = triangle(low, high, centre, halfWidth);
    }
    return new TriangleFilter(first, weights);
  }

  private static float[] triangle(int low, int high, double centre, double halfWidth) {
    var weights = new float[high - low];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double distance = Math.abs(low + k + 0.5 - centre) / halfWidth;
      weights[k] = (float) Math.max(0, 1 - distance);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) (weights[k] / sum);
    }
    return weights;
  }

  /// Number of output pixels.
  public int outputs() {
    return first.length;
  }

  /// First input pixel that output `o` sees.
  public int first(int o) {
    return first[o];
  }

  /// Weights of the input pixels from `first(o)` on; they add up to 1. Not to be written to.
  public float[] weights(int o) {
    return weights[o];
  }
}
