package coretuning.eval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.Dataset;
import coretuning.tensor.Autograd;
import coretuning.tensor.ParameterHash;
import coretuning.transform.Batch;
import coretuning.transform.BatchIterator;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.util.Optional;

/// Runs a model over images in evaluation mode: running BatchNorm statistics, no augmentation, no
/// gradients. Belongs to the device lane.
public final class Inference {
  private static final int BATCH_SIZE = 256;
  private static final int WORKERS = 2;

  private final ResNet backbone;
  private final Optional<Classifier> classifier;
  private final Dataset dataset;
  private final Pipeline pipeline;
  private final NDManager manager;

  /// @param pipeline an evaluation pipeline
  /// @param manager whose children own what is made on the way
  public Inference(
      ResNet backbone,
      Optional<Classifier> classifier,
      Dataset dataset,
      Pipeline pipeline,
      NDManager manager) {
    this.backbone = backbone;
    this.classifier = classifier;
    this.dataset = dataset;
    this.pipeline = pipeline;
    this.manager = manager;
  }

  /// Hash of the backbone's arrays as they are.
  String backboneHash() {
    return ParameterHash.of(backbone.parameters());
  }

  /// Features and scores of the images in the order of their ids.
  public Outputs run(int[] ids) {
    int dimension = backbone.featureSize();
    int classes = classifier.map(Classifier::classes).orElse(0);
    var features = new float[ids.length * dimension];
    var logits = new float[ids.length * classes];
    var loader = new BatchLoader(dataset, ids, pipeline, BatchPlan.evaluation(BATCH_SIZE, WORKERS));
    int row = 0;
    try (BatchIterator batches = loader.iterator(0, 0)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        int first = row;
        Autograd.withoutRecording(() -> {
          forward(batch, first, features, logits);
          return first;
        });
        row += batch.size();
      }
    }
    return new Outputs(dimension, features, classes, logits);
  }

  private void forward(Batch batch, int row, float[] features, float[] logits) {
    try (NDManager scratch = manager.newSubManager()) {
      int size = batch.imageSize();
      NDArray images = scratch.create(batch.pixels(), new Shape(batch.size(), 3, size, size));
      NDArray z = backbone.features(images, false);
      copy(z, row, features);
      if (classifier.isPresent()) {
        copy(classifier.get().logits(z), row, logits);
      }
    }
  }

  private static void copy(NDArray rows, int row, float[] into) {
    float[] values = rows.toFloatArray();
    System.arraycopy(values, 0, into, row * Math.toIntExact(rows.getShape().get(1)), values.length);
  }
}
