package coretuning.job;

import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.Split;
import coretuning.result.Problem;
import coretuning.spec.RunSpec;
import java.nio.file.Path;

/// The images of a run and which of them it learns from.
record RunData(Dataset dataset, Split split) {

  /// Opens the data set of a run.
  ///
  /// @param cache keeps decoded images between runs
  /// @throws Problem if it is not as its format asks, or has fewer training images than a batch
  static RunData open(RunSpec spec, Path cache) {
    Dataset dataset = Datasets.open(spec.data(), cache);
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
}
