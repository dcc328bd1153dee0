package coretuning.transform;

import coretuning.data.RandomStream;
import coretuning.spec.TransformSpec;
import java.util.random.RandomGenerator;

/// Brightness, contrast, saturation and hue, each by a random amount and all in random order, as
/// torchvision's ColorJitter; a strength of 0 leaves its property alone.
record ColourJitter(TransformSpec.ColourJitter spec) implements Transform {

  @Override
  public Image apply(Image image, RandomGenerator random) {
    if (random.nextDouble() >= spec.probability()) {
      return image;
    }
    int[] order = {0, 1, 2, 3};
    RandomStream.shuffle(order, random);
    for (int step : order) {
      switch (step) {
        case 0 -> {
          if (spec.brightness() > 0) {
            Colour.brightness(image, factor(spec.brightness(), random));
          }
        }
        case 1 -> {
          if (spec.contrast() > 0) {
            Colour.contrast(image, factor(spec.contrast(), random));
          }
        }
        case 2 -> {
          if (spec.saturation() > 0) {
            Colour.saturation(image, factor(spec.saturation(), random));
          }
        }
        default -> {
          if (spec.hue() > 0) {
            Colour.hue(image, (float) ((2 * random.nextDouble() - 1) * spec.hue()));
          }
        }
      }
    }
    return image;
  }

  /// Uniform in [1 - strength, 1 + strength]; strengths are at most 1.
  private static float factor(double strength, RandomGenerator random) {
    return (float) (1 + (2 * random.nextDouble() - 1) * strength);
  }
}
