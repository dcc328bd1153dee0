package coretuning.spec;

/// One image-to-image step of an augmentation pipeline; probabilities lie in [0, 1].
public sealed interface TransformSpec {

  /// The same step for images of another size: whatever is counted in pixels grows with them.
  ///
  /// @param from side of the images that this step was made for, pixels, at least 1
  /// @param to side of the others
  default TransformSpec rescaled(int from, int to) {
    return this;
  }

  private static int rescaled(int pixels, int from, int to) {
    return Math.toIntExact(Math.round((double) pixels * to / from));
  }

  /// Pads each side by `padding` pixels of black, then crops a random `size` x `size` window.
  record RandomCrop(int size, int padding) implements TransformSpec {
    public RandomCrop {
      Require.atLeast("crop size", size, 1);
      Require.atLeast("crop padding", padding, 0);
    }

    @Override
    public TransformSpec rescaled(int from, int to) {
      return new RandomCrop(
          TransformSpec.rescaled(size, from, to), TransformSpec.rescaled(padding, from, to));
    }
  }

  /// Resizes the whole image to `size` x `size`, bilinear.
  record Resize(int size) implements TransformSpec {
    public Resize {
      Require.atLeast("resize size", size, 1);
    }

    @Override
    public TransformSpec rescaled(int from, int to) {
      return new Resize(TransformSpec.rescaled(size, from, to));
    }
  }

  /// Crops a window of random area and aspect ratio (3/4 to 4/3), resizes it to `size` x `size`.
  ///
  /// @param leastScale smallest share of the area, in (0, 1]
  /// @param mostScale largest share of the area, in (0, 1]
  record RandomResizedCrop(int size, double leastScale, double mostScale) implements TransformSpec {
    public RandomResizedCrop {
      Require.atLeast("crop size", size, 1);
      Require.above("least crop scale", leastScale, 0);
      Require.within("most crop scale", mostScale, leastScale, 1);
    }

    @Override
    public TransformSpec rescaled(int from, int to) {
      return new RandomResizedCrop(TransformSpec.rescaled(size, from, to), leastScale, mostScale);
    }
  }

  /// Mirrors left and right with the given probability.
  record HorizontalFlip(double probability) implements TransformSpec {
    public HorizontalFlip {
      Require.within("flip probability", probability, 0, 1);
    }
  }

  /// Rotates by a uniform angle in [-degrees, degrees], bilinear, black outside.
  record Rotation(double degrees) implements TransformSpec {
    public Rotation {
      Require.within("rotation degrees", degrees, 0, 180);
    }
  }

  /// Brightness, contrast, saturation and hue in random order, as torchvision's ColorJitter.
  ///
  /// @param brightness factor range [1 - b, 1 + b], b in [0, 1]; likewise contrast, saturation
  /// @param hue shift in turns of the colour circle, in [0, 0.5]
  record ColourJitter(
      double brightness, double contrast, double saturation, double hue, double probability)
      implements TransformSpec {
    public ColourJitter {
      Require.within("jitter brightness", brightness, 0, 1);
      Require.within("jitter contrast", contrast, 0, 1);
      Require.within("jitter saturation", saturation, 0, 1);
      Require.within("jitter hue", hue, 0, 0.5);
      Require.within("jitter probability", probability, 0, 1);
    }
  }

  /// Replaces the colours by their luma with the given probability.
  record Grayscale(double probability) implements TransformSpec {
    public Grayscale {
      Require.within("grayscale probability", probability, 0, 1);
    }
  }

  /// Gaussian blur of uniform sigma in pixels.
  record GaussianBlur(double leastSigma, double mostSigma, double probability)
      implements TransformSpec {
    public GaussianBlur {
      Require.above("least blur sigma", leastSigma, 0);
      Require.atLeast("most blur sigma", mostSigma, leastSigma);
      Require.within("blur probability", probability, 0, 1);
    }
  }
}
