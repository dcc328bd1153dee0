package coretuning.transform;

import coretuning.spec.TransformSpec;
import java.util.random.RandomGenerator;

/// One step from image to image.
interface Transform {

  /// Gives the transformed image; may write to the given one or return it.
  Image apply(Image image, RandomGenerator random);

  /// The step that does what `spec` asks: the one switch over transform settings.
  static Transform of(TransformSpec spec) {
    return switch (spec) {
      case TransformSpec.RandomCrop crop -> new RandomCrop(crop.size(), crop.padding());
      case TransformSpec.Resize resize -> new Resize(resize.size());
      case TransformSpec.RandomResizedCrop crop ->
          new RandomResizedCrop(crop.size(), crop.leastScale(), crop.mostScale());
      case TransformSpec.HorizontalFlip flip -> new HorizontalFlip(flip.probability());
      case TransformSpec.Rotation rotation -> new Rotation(rotation.degrees());
      case TransformSpec.ColourJitter jitter -> new ColourJitter(jitter);
      case TransformSpec.Grayscale grayscale -> new Grayscale(grayscale.probability());
      case TransformSpec.GaussianBlur blur ->
          new GaussianBlur(blur.leastSigma(), blur.mostSigma(), blur.probability());
    };
  }
}
