package coretuning.job;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ResNet;
import coretuning.checkpoint.BackboneFile;
import coretuning.checkpoint.WeightsReport;
import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.eval.Evaluator;
import coretuning.eval.Inference;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.spec.ProbeSpec;
import coretuning.tensor.Compute;
import coretuning.train.Purpose;
import coretuning.transform.Pipeline;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Probes the frozen backbone of a file by k-NN vote and linear classifier; writes nothing. The
/// outcome is its one [RunEvent.Probed].
///
/// @param cache keeps decoded images between runs
public record ProbeJob(ProbeSpec spec, Path cache) implements Job {
  @Override
  public String title() {
    return "probe of " + spec.weights();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    Dataset dataset = Datasets.open(spec.data(), cache);
    Split split = Split.of(dataset, spec.data(), spec.seed());
    if (dataset.classCount() < 2 || split.test().length == 0) {
      throw new Problem(
          "a probe needs images of at least 2 classes and test images",
          spec.data().root(),
          "choose a labelled data set with a test part");
    }
    Compute compute = Compute.start(spec.device());
    events.accept(
        new RunEvent.Note(spec.weights(), compute.description() + ": " + compute.reason()));
    try (NDManager manager = NDManager.newBaseManager(compute.device())) {
      var backbone =
          new ResNet(
              spec.architecture(),
              manager,
              DataType.FLOAT32,
              RandomStream.of(spec.seed(), Purpose.BACKBONE.key()));
      WeightsReport report = BackboneFile.load(Path.of(spec.weights()), backbone);
      events.accept(new RunEvent.Note(spec.weights(), report.sentence()));
      var inference =
          new Inference(
              backbone, Optional.empty(), dataset, Pipeline.evaluation(spec.data()), manager);
      var evaluator =
          new Evaluator(
              inference,
              dataset,
              ProbeBank.of(split, spec.bank(), spec.seed()),
              spec.recording(),
              spec.seed(),
              Purpose.RECORDED_SAMPLES.key());
      events.accept(
          new RunEvent.Probed(
              spec.weights(),
              evaluator.probe(0, RandomStream.of(spec.seed(), Purpose.LINEAR_PROBE.key(), 0))));
    }
    return true;
  }
}
