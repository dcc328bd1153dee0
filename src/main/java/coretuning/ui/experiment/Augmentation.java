package coretuning.ui.experiment;

import coretuning.spec.TransformSpec;
import java.util.List;

/// Ready-made augmentation pipelines.
enum Augmentation {
  /// Those of the experiment that the form began with.
  AS_GIVEN,
  NONE,
  /// Pad by an eighth, crop at random, mirror: usual for images of 28 to 32 pixels.
  CROP_FLIP,
  /// Random area and aspect ratio, mirror: usual for photographs.
  RESIZED_CROP_FLIP,
  /// The released Core-tuning code: enlarge by 272/256, rotate by up to 15 degrees, crop, mirror.
  ROTATE_CROP_FLIP;

  private static final double HALF = 0.5;

  /// @param size side of the images in pixels
  /// @param given the pipeline of [#AS_GIVEN]
  List<TransformSpec> steps(int size, List<TransformSpec> given) {
    var flip = new TransformSpec.HorizontalFlip(HALF);
    return switch (this) {
      case AS_GIVEN -> given;
      case NONE -> List.of();
      case CROP_FLIP -> List.of(new TransformSpec.RandomCrop(size, Math.max(1, size / 8)), flip);
      case RESIZED_CROP_FLIP -> List.of(new TransformSpec.RandomResizedCrop(size, 0.2, 1), flip);
      case ROTATE_CROP_FLIP ->
          List.of(
              new TransformSpec.Resize(Math.max(size + 1, Math.round(size * 272 / 256f))),
              new TransformSpec.Rotation(15),
              new TransformSpec.RandomCrop(size, 0),
              flip);
    };
  }
}
