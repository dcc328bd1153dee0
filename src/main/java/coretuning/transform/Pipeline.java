package coretuning.transform;

import coretuning.data.Dataset;
import coretuning.spec.DataSpec;
import coretuning.spec.TransformSpec;
import java.util.List;
import java.util.random.RandomGenerator;

/// From the stored bytes of a sample to the numbers a network sees: augmentation, then `(pixel -
/// mean) / deviation` per channel. Immutable; safe for any thread.
public final class Pipeline {
  private final List<Transform> steps;
  private final DataSpec data;
  private final int outputSize;

  private Pipeline(List<TransformSpec> specs, DataSpec data) {
    this.steps = specs.stream().map(Transform::of).toList();
    this.data = data;
    this.outputSize = outputSize(specs, data.imageSize());
  }

  /// The given steps in their order, then normalisation by the mean and deviation of `data`.
  ///
  /// @throws IllegalArgumentException if a crop is larger than the image it would be cut from
  public static Pipeline of(List<TransformSpec> steps, DataSpec data) {
    return new Pipeline(steps, data);
  }

  /// Normalisation only, for evaluation.
  public static Pipeline evaluation(DataSpec data) {
    return new Pipeline(List.of(), data);
  }

  /// Side of the images this pipeline gives: what its last crop or resize asks for, or the data
  /// set's image size without one.
  public int outputSize() {
    return outputSize;
  }

  /// Number of values [#write] writes: `3 * outputSize * outputSize`.
  public int outputLength() {
    return Image.CHANNELS * outputSize * outputSize;
  }

  /// Writes one augmented, normalised sample.
  ///
  /// @param into gets `[3, outputSize, outputSize]` from `offset` on
  public void write(Dataset dataset, int id, RandomGenerator random, float[] into, int offset) {
    normalise(augmented(dataset, id, random), into, offset);
  }

  /// One augmented sample as people see it, before normalisation.
  ///
  /// @return `[outputSize, outputSize, 3]` red, green and blue bytes, row by row
  public byte[] picture(Dataset dataset, int id, RandomGenerator random) {
    Image image = augmented(dataset, id, random);
    var planar = new byte[image.pixels().length];
    for (int i = 0; i < planar.length; i++) {
      planar[i] = (byte) Math.round(255 * Math.clamp(image.pixels()[i], 0f, 1f));
    }
    return Dataset.interleaved(planar, Image.CHANNELS, image.width());
  }

  private Image augmented(Dataset dataset, int id, RandomGenerator random) {
    if (dataset.imageSize() != data.imageSize()) {
      throw new IllegalArgumentException(
          "data set must be opened at image size %d, got %d"
              .formatted(data.imageSize(), dataset.imageSize()));
    }
    int size = dataset.imageSize();
    var bytes = new byte[dataset.channels() * size * size];
    dataset.copyPixels(id, bytes);
    Image image = Image.of(bytes, dataset.channels(), size);
    for (Transform step : steps) {
      image = step.apply(image, random);
    }
    return image;
  }

  private void normalise(Image image, float[] into, int offset) {
    int area = image.area();
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      float mean = data.mean().get(channel).floatValue();
      float factor = (float) (1 / data.deviation().get(channel));
      int start = channel * area;
      for (int pixel = start; pixel < start + area; pixel++) {
        into[offset + pixel] = (image.pixels()[pixel] - mean) * factor;
      }
    }
  }

  private static int outputSize(List<TransformSpec> specs, int imageSize) {
    int size = imageSize;
    for (TransformSpec spec : specs) {
      size =
          switch (spec) {
            case TransformSpec.RandomCrop crop -> cropped(crop, size);
            case TransformSpec.Resize resize -> resize.size();
            case TransformSpec.RandomResizedCrop crop -> crop.size();
            case TransformSpec.HorizontalFlip _,
                TransformSpec.Rotation _,
                TransformSpec.ColourJitter _,
                TransformSpec.Grayscale _,
                TransformSpec.GaussianBlur _ ->
                size;
          };
    }
    return size;
  }

  private static int cropped(TransformSpec.RandomCrop crop, int size) {
    if (crop.size() > size + 2 * crop.padding()) {
      throw new IllegalArgumentException(
          "a random crop of %d must fit the image of %d with padding %d"
              .formatted(crop.size(), size, crop.padding()));
    }
    return crop.size();
  }
}
