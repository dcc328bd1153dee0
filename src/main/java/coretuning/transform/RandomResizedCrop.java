package coretuning.transform;

import java.util.random.RandomGenerator;

/// A window of random area and aspect ratio, resized to `size` x `size` (Szegedy et al. 2015, with
/// torchvision's rule): the area is a uniform share of the image's, the logarithm of width over
/// height uniform between those of 3/4 and 4/3. If no window of ten fits, the largest centred one
/// of an allowed ratio is taken.
record RandomResizedCrop(int size, double leastScale, double mostScale) implements Transform {
  private static final int ATTEMPTS = 10;
  private static final double LEAST_RATIO = 3.0 / 4.0;
  private static final double MOST_RATIO = 4.0 / 3.0;

  /// Where the window lies, in pixels.
  record Window(int top, int left, int height, int width) {}

  @Override
  public Image apply(Image image, RandomGenerator random) {
    Window window = window(image.height(), image.width(), random);
    return Resize.window(image, window.top(), window.left(), window.height(), window.width(), size);
  }

  /// Draws a window.
  Window window(int height, int width, RandomGenerator random) {
    double logLeast = Math.log(LEAST_RATIO);
    double logMost = Math.log(MOST_RATIO);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double share = leastScale + (mostScale - leastScale) * random.nextDouble();
      double area = share * height * width;
      double ratio = Math.exp(logLeast + (logMost - logLeast) * random.nextDouble());
      int chosenWidth = (int) Math.round(Math.sqrt(area * ratio));
      int chosenHeight = (int) Math.round(Math.sqrt(area / ratio));
      if (chosenWidth >= 1 && chosenWidth <= width && chosenHeight >= 1 && chosenHeight <= height) {
        int top = random.nextInt(height - chosenHeight + 1);
        int left = random.nextInt(width - chosenWidth + 1);
        return new Window(top, left, chosenHeight, chosenWidth);
      }
    }
    return centred(height, width);
  }

  private static Window centred(int height, int width) {
    double ratio = Math.clamp((double) width / height, LEAST_RATIO, MOST_RATIO);
    int widest = Math.max(1, Math.min(width, (int) Math.round(height * ratio)));
    int highest = Math.max(1, Math.min(height, (int) Math.round(width / ratio)));
    return new Window((height - highest) / 2, (width - widest) / 2, highest, widest);
  }
}
