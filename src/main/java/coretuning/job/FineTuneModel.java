package coretuning.job;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.checkpoint.BackboneFile;
import coretuning.checkpoint.WeightsReport;
import coretuning.data.RandomStream;
import coretuning.method.Foundation;
import coretuning.method.Method;
import coretuning.method.Methods;
import coretuning.spec.Experiment;
import coretuning.train.FineTuner;
import coretuning.train.Purpose;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The networks of a fine-tuning run as it starts.
///
/// @param weights what of the weights' file was used; empty for a random start
record FineTuneModel(
    ResNet backbone, Classifier classifier, Method method, Optional<WeightsReport> weights) {

  /// Builds the networks: the classifier of a seed is the same whatever the method.
  ///
  /// @param manager owns all weights
  /// @throws coretuning.result.Problem if the weights' file does not fit the architecture
  static FineTuneModel build(Experiment experiment, int classes, NDManager manager) {
    long seed = experiment.seed();
    var backbone =
        new ResNet(
            experiment.backbone().architecture(),
            manager,
            DataType.FLOAT32,
            stream(seed, Purpose.BACKBONE));
    Optional<WeightsReport> report =
        experiment
            .backbone()
            .weights()
            .map(file ->
                BackboneFile.load(Path.of(file), backbone, experiment.backbone().partialWeights()));
    var classifier =
        new Classifier(
            backbone.featureSize(),
            classes,
            experiment.backbone().classifierBias(),
            manager,
            DataType.FLOAT32,
            stream(seed, Purpose.CLASSIFIER));
    Method method =
        Methods.of(
            experiment.method(),
            new Foundation(
                backbone,
                classifier,
                manager,
                DataType.FLOAT32,
                stream(seed, Purpose.METHOD_HEADS)));
    return new FineTuneModel(backbone, classifier, method, report);
  }

  private static RandomGenerator stream(long seed, Purpose purpose) {
    return RandomStream.of(seed, purpose.key());
  }

  FineTuner learner(Experiment experiment) {
    return new FineTuner(backbone, classifier, method, experiment.train(), experiment.seed());
  }
}
