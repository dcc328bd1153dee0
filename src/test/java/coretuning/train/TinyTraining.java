package coretuning.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.method.Foundation;
import coretuning.method.Method;
import coretuning.method.Methods;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.spec.MethodSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.testing.TinyData;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A random ResNet-8 that learns some bundled images by heart, at half their size and without
/// augmentation.
final class TinyTraining {
  private static final int SIDE = 16;

  private TinyTraining() {}

  /// @param images spread evenly over the classes
  static TrainingLoop loop(
      MethodSpec method,
      int images,
      int batchSize,
      int epochs,
      NDManager manager,
      TrainingLoop.Listener listener) {
    DataSpec tiny = TinyData.data();
    var data = new DataSpec(tiny.format(), tiny.root(), SIDE, 0, 1, tiny.mean(), tiny.deviation());
    Dataset dataset = Datasets.open(data, Path.of("unused"));
    int stride = dataset.trainIds().length / images;
    int[] ids = IntStream.range(0, images).map(i -> i * stride).toArray();
    var random = new SplittableRandom(11);
    var backbone = new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT32, random);
    var classifier =
        new Classifier(
            backbone.featureSize(), dataset.classCount(), false, manager, DataType.FLOAT32, random);
    Method built =
        Methods.of(method, new Foundation(backbone, classifier, manager, DataType.FLOAT32, random));
    var loader =
        new BatchLoader(
            dataset,
            ids,
            Pipeline.evaluation(data),
            BatchPlan.training(batchSize, built.views(), 7, 1));
    var spec =
        new TrainSpec(
            epochs, batchSize, 1, 0.05, 1, 0.9, true, 0, new ScheduleSpec.Constant(0), List.of());
    var learner = new FineTuner(backbone, classifier, built, spec, 13);
    return new TrainingLoop(learner, spec, loader, manager, listener);
  }
}
