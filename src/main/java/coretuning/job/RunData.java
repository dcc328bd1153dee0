package coretuning.job;

import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.Decoding;
import coretuning.data.Split;
import coretuning.result.Problem;
import coretuning.spec.Experiment;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.RunSpec;
import java.nio.file.Path;
import java.util.Optional;

/// The images of a run and which of them it learns from.
record RunData(Dataset dataset, Split split) {

  /// Opens the data set of a run, unwatched.
  static RunData open(RunSpec spec, Path cache) {
    return open(spec, cache, Decoding.unwatched()).orElseThrow();
  }

  /// Opens the data set of a run.
  ///
  /// @param cache keeps decoded images between runs
  /// @return empty if `decoding` ended it
  /// @throws Problem if it is not as its format asks, has fewer training images than a batch, or
  ///   lacks the labels that the run needs
  static Optional<RunData> open(RunSpec spec, Path cache, Decoding decoding) {
    return Datasets.open(spec.data(), cache, decoding).map(dataset -> of(spec, dataset));
  }

  private static RunData of(RunSpec spec, Dataset dataset) {
    requireLabels(spec, dataset);
    Split split = Split.of(dataset, spec.data(), spec.seed());
    if (spec.train().batchSize() > split.train().length) {
      throw new Problem(
          "the batch size %d is larger than the %d training images"
              .formatted(spec.train().batchSize(), split.train().length),
          spec.data().root(),
          "lower the batch size or raise the subset rate");
    }
    return new RunData(dataset, split);
  }

  private static void requireLabels(RunSpec spec, Dataset dataset) {
    boolean needed =
        switch (spec) {
          case Experiment experiment -> true;
          case Pretraining pretraining ->
              pretraining.method() instanceof PretrainSpec.Mochi mochi
                  && mochi.synthesis().classOracle();
        };
    if (needed && dataset.classCount() == 0) {
      throw new Problem(
          "the images have no labels, which %s needs".formatted(spec.methodTitle()),
          spec.data().root(),
          "choose a labelled data set");
    }
  }
}
