package coretuning.job;

import coretuning.data.Dataset;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.spec.DataSpec;
import coretuning.spec.Pretraining;
import coretuning.transform.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Training images as contrastive pre-training sees them: each in two views of its augmentation.
/// Safe for any thread.
///
/// @param images opens data sets, once each
public record AugmentedViews(SampleImages images) {
  private static final int RGB = 3;

  /// An image and two of its views.
  ///
  /// @param sample its id in the data set
  public record Pair(int sample, Thumbnail original, Thumbnail first, Thumbnail second) {}

  /// Augments some training images, the same ones whatever `draw` is.
  ///
  /// @param count of the images; fewer if there are fewer
  /// @param draw another number draws other views
  /// @throws coretuning.result.Problem if the data set cannot be opened
  /// @throws IllegalArgumentException if the augmentation does not suit the images
  public List<Pair> draw(Pretraining run, int count, long draw) {
    Dataset dataset = images.dataset(run.data());
    Pipeline pipeline = Pipeline.of(run.train().augmentation(), run.data());
    int[] samples = Split.of(dataset, run.data(), run.seed()).train().clone();
    RandomStream.shuffle(samples, RandomStream.of(run.seed(), count));
    var pairs = new ArrayList<Pair>();
    for (int sample : Arrays.copyOf(samples, Math.min(count, samples.length))) {
      pairs.add(
          new Pair(
              sample,
              images.thumbnail(run.data(), sample),
              view(
                  dataset,
                  pipeline,
                  run.data(),
                  sample,
                  RandomStream.of(run.seed(), draw, sample, 0)),
              view(
                  dataset,
                  pipeline,
                  run.data(),
                  sample,
                  RandomStream.of(run.seed(), draw, sample, 1))));
    }
    return pairs;
  }

  /// The view with its normalisation undone, values beyond black and white cut off.
  private static Thumbnail view(
      Dataset dataset, Pipeline pipeline, DataSpec data, int sample, RandomGenerator random) {
    var pixels = new float[pipeline.outputLength()];
    pipeline.write(dataset, sample, random, pixels, 0);
    int side = pipeline.outputSize();
    int area = side * side;
    var rgb = new byte[RGB * area];
    for (int channel = 0; channel < RGB; channel++) {
      double mean = data.mean().get(channel);
      double deviation = data.deviation().get(channel);
      for (int i = 0; i < area; i++) {
        double value = pixels[channel * area + i] * deviation + mean;
        rgb[RGB * i + channel] = (byte) Math.round(255 * Math.clamp(value, 0, 1));
      }
    }
    return new Thumbnail(side, side, rgb);
  }
}
