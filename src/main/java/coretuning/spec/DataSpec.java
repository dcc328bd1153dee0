package coretuning.spec;

import java.util.List;

/// Which images, at which size, split how.
///
/// @param format how the data set lies on disk
/// @param root folder, archive (zip, tar, tar.gz) or list file of the data set
/// @param imageSize side in pixels to which each image is resized once (shorter side, then centre
///   crop); at least 8
/// @param validationShare share of each class of the training images held out for validation, in
///   [0, 0.9]
/// @param subsetRate share of each class of the remaining training images that is used, in (0, 1]
/// @param mean per-channel mean (red, green, blue) of pixel values scaled to [0, 1]
/// @param deviation per-channel standard deviation on the same scale
/// @param choice of samples and labels, where the set offers one
public record DataSpec(
    DataFormat format,
    String root,
    int imageSize,
    double validationShare,
    double subsetRate,
    List<Double> mean,
    List<Double> deviation,
    SampleChoice choice) {

  /// Channels in which every image is served; grayscale images are repeated.
  public static final int CHANNELS = 3;

  /// Means of ImageNet, the data most public backbones were pre-trained on.
  public static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);

  /// Standard deviations of ImageNet.
  public static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);

  public DataSpec {
    Require.text("data root", root);
    Require.atLeast("image size", imageSize, 8);
    Require.within("validation share", validationShare, 0, 0.9);
    Require.above("subset rate", subsetRate, 0);
    Require.within("subset rate", subsetRate, 0, 1);
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != CHANNELS || deviation.size() != CHANNELS) {
      throw new IllegalArgumentException(
          "mean and deviation need %d values each, got %d and %d"
              .formatted(CHANNELS, mean.size(), deviation.size()));
    }
    deviation.forEach(value -> Require.above("deviation", value, 0));
  }

  /// With the standard choice of samples.
  public DataSpec(
      DataFormat format,
      String root,
      int imageSize,
      double validationShare,
      double subsetRate,
      List<Double> mean,
      List<Double> deviation) {
    this(
        format,
        root,
        imageSize,
        validationShare,
        subsetRate,
        mean,
        deviation,
        SampleChoice.standard());
  }

  /// The same images at another subset rate.
  public DataSpec withSubsetRate(double other) {
    return new DataSpec(format, root, imageSize, validationShare, other, mean, deviation, choice);
  }

  /// The same with another choice of samples.
  public DataSpec withChoice(SampleChoice other) {
    return new DataSpec(
        format, root, imageSize, validationShare, subsetRate, mean, deviation, other);
  }

  /// The bundled sample at `root`: Fashion-MNIST, 28 x 28 gray, its own statistics (0.286, 0.353).
  public static DataSpec fashionMnist(String root) {
    return new DataSpec(
        DataFormat.IDX,
        root,
        28,
        0.0,
        1.0,
        List.of(0.286, 0.286, 0.286),
        List.of(0.353, 0.353, 0.353));
  }
}
