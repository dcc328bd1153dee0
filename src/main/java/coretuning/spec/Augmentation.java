package coretuning.spec;

import java.util.List;

/// Ready-made augmentation pipelines, for images of any size.
public enum Augmentation {
  /// Those of the preset or stored spec, their crops as large as the images.
  AS_GIVEN("as-given"),
  NONE("none"),
  /// Pad by an eighth, crop at random, mirror: usual for images of 28 to 32 pixels.
  CROP_FLIP("crop-flip"),
  /// Random area and aspect ratio, mirror: usual for photographs.
  RESIZED_CROP_FLIP("resized-crop-flip"),
  /// The released Core-tuning code: enlarge by 272/256, rotate by up to 15 degrees, crop, mirror.
  ROTATE_CROP_FLIP("rotate-crop-flip"),
  /// Contrastive pre-training as in MoCo-v1 (He et al., CVPR 2020).
  MOCO_V1("moco-v1"),
  /// Contrastive pre-training as in MoCo-v2 (Chen et al. 2020). The blur's sigma, up to 2 pixels of
  /// 224, shrinks with the images.
  MOCO_V2("moco-v2");

  private static final double HALF = 0.5;
  private static final double LEAST_SCALE = 0.2;
  private static final double USUAL_SIDE = 224;

  private final String label;

  Augmentation(String label) {
    this.label = label;
  }

  /// The name on the command line, e.g. `moco-v2`.
  public String label() {
    return label;
  }

  /// The steps for images of some size.
  ///
  /// @param size side of the images in pixels, at least 1
  /// @param given the pipeline of [#AS_GIVEN]
  /// @param givenSize side of the images that it was made for
  public List<TransformSpec> steps(int size, List<TransformSpec> given, int givenSize) {
    var flip = new TransformSpec.HorizontalFlip(HALF);
    var area = new TransformSpec.RandomResizedCrop(size, LEAST_SCALE, 1);
    return switch (this) {
      case AS_GIVEN -> given.stream().map(each -> each.rescaled(givenSize, size)).toList();
      case NONE -> List.of();
      case CROP_FLIP -> List.of(new TransformSpec.RandomCrop(size, Math.max(1, size / 8)), flip);
      case RESIZED_CROP_FLIP -> List.of(area, flip);
      case ROTATE_CROP_FLIP ->
          List.of(
              new TransformSpec.Resize(Math.max(size + 1, Math.round(size * 272 / 256f))),
              new TransformSpec.Rotation(15),
              new TransformSpec.RandomCrop(size, 0),
              flip);
      case MOCO_V1 ->
          List.of(
              area,
              new TransformSpec.Grayscale(0.2),
              new TransformSpec.ColourJitter(0.4, 0.4, 0.4, 0.4, 1),
              flip);
      case MOCO_V2 ->
          List.of(
              area,
              new TransformSpec.ColourJitter(0.4, 0.4, 0.4, 0.1, 0.8),
              new TransformSpec.Grayscale(0.2),
              new TransformSpec.GaussianBlur(0.1, Math.max(0.1, 2 * size / USUAL_SIDE), HALF),
              flip);
    };
  }

  /// Finds a pipeline by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static Augmentation ofLabel(String label) {
    return Labelled.find("augmentation", values(), Augmentation::label, label);
  }
}
