package coretuning.transform;

import java.util.random.RandomGenerator;

/// Replaces the colours by their luma with the given probability.
record Grayscale(double probability) implements Transform {

  @Override
  public Image apply(Image image, RandomGenerator random) {
    if (random.nextDouble() < probability) {
      Colour.grayscale(image);
    }
    return image;
  }
}
