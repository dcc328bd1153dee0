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
import coretuning.transform.Batch;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
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
    TrainSpec spec = spec(epochs, batchSize);
    Fresh fresh = fresh(method, spec, dataset.classCount(), manager);
    var loader =
        new BatchLoader(
            dataset,
            ids,
            Pipeline.evaluation(data),
            BatchPlan.training(batchSize, fresh.method().views(), 7, 1));
    return new TrainingLoop(fresh.learner(), spec, loader, manager, listener);
  }

  static TrainSpec spec(int epochs, int batchSize) {
    return new TrainSpec(
        epochs, batchSize, 1, 0.05, 1, 0.9, true, 0, new ScheduleSpec.Constant(0), List.of());
  }

  /// A learner of the bundled images.
  static FineTuner learner(MethodSpec method, NDManager manager) {
    return fresh(method, spec(1, 16), 10, manager).learner();
  }

  /// Noise, with two images of each class but the last, which may have one.
  static Batch batch(int size, int views) {
    var random = new SplittableRandom(17);
    List<float[]> pixels =
        IntStream.range(0, views).mapToObj(view -> noise(size * 3 * SIDE * SIDE, random)).toList();
    return new Batch(
        IntStream.range(100, 100 + size).toArray(),
        IntStream.range(0, size).map(i -> i / 2).toArray(),
        pixels,
        SIDE);
  }

  private static float[] noise(int count, RandomGenerator random) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  private record Fresh(Method method, FineTuner learner) {}

  private static Fresh fresh(MethodSpec method, TrainSpec spec, int classes, NDManager manager) {
    var random = new SplittableRandom(11);
    var backbone = new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT32, random);
    var classifier =
        new Classifier(backbone.featureSize(), classes, false, manager, DataType.FLOAT32, random);
    Method built =
        Methods.of(method, new Foundation(backbone, classifier, manager, DataType.FLOAT32, random));
    return new Fresh(built, new FineTuner(backbone, classifier, built, spec, 13));
  }
}
