package coretuning.eval;

import coretuning.analysis.Classification;
import coretuning.analysis.NearestNeighbours;
import coretuning.analysis.SpreadAnalysis;
import coretuning.data.Dataset;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.result.Embedding;
import coretuning.result.Evaluation;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.Part;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.Snapshot;
import coretuning.spec.RecordingSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Measures a model on one data set: evaluations of whole parts, snapshots of a fixed sample of
/// test images.
public final class Evaluator {
  /// Training images are recorded for looking at single pairs, not for statistics.
  private static final int MOST_TRAINING_IMAGES = 500;

  private final Inference inference;
  private final Dataset dataset;
  private final Split split;
  private final RecordingSpec recording;
  private final int[] recorded;
  private final int[] anchorRows;
  private final int[] anchors;

  /// @param seed with `stream` chooses the recorded test images: the same for every method
  public Evaluator(
      Inference inference,
      Dataset dataset,
      Split split,
      RecordingSpec recording,
      long seed,
      long stream) {
    this.inference = inference;
    this.dataset = dataset;
    this.split = split;
    this.recording = recording;
    int[] ids = split.test().clone();
    var random = RandomStream.of(seed, stream);
    RandomStream.shuffle(ids, random);
    recorded = Arrays.copyOf(ids, Math.min(ids.length, recording.samples()));
    Arrays.sort(recorded);
    int[] rows = IntStream.range(0, split.train().length).toArray();
    RandomStream.shuffle(rows, random);
    int most = Math.min(recording.samples(), MOST_TRAINING_IMAGES);
    anchorRows = Arrays.copyOf(rows, Math.min(rows.length, most));
    Arrays.sort(anchorRows);
    anchors = Arrays.stream(anchorRows).map(row -> split.train()[row]).toArray();
  }

  /// Classifies a part and asks its nearest training images.
  public Evaluation evaluate(Part part) {
    int[] ids =
        switch (part) {
          case TRAIN -> split.train();
          case VALIDATION -> split.validation();
          case TEST -> split.test();
        };
    Outputs outputs = measured(ids);
    int[] labels = labels(ids);
    return Classification.of(outputs.logits(), dataset.classCount(), labels)
        .toEvaluation(part, knn(outputs.features(), labels));
  }

  /// Top-1 on the validation images, without the cost of neighbours.
  public double validationTop1() {
    int[] ids = split.validation();
    Outputs outputs = measured(ids);
    return Classification.of(outputs.logits(), dataset.classCount(), labels(ids)).top1();
  }

  /// k-NN vote and linear classifier on the frozen features: both learn from the training images
  /// and are tested on the recorded test images.
  ///
  /// @param epoch of the backbone
  /// @param random of the linear probe
  /// @throws IllegalStateException if a weight of the backbone changed meanwhile
  public Probe probe(int epoch, RandomGenerator random) {
    String before = inference.backboneHash();
    Outputs bank = measured(split.train());
    Outputs queries = measured(recorded);
    int[] bankLabels = labels(split.train());
    int[] queryLabels = labels(recorded);
    LinearProbe.Outcome linear =
        new LinearProbe(bank.dimension(), dataset.classCount())
            .run(bank.features(), bankLabels, queries.features(), queryLabels, random);
    if (!before.equals(inference.backboneHash())) {
      throw new IllegalStateException("the probe changed weights of the backbone");
    }
    return new Probe(
        epoch,
        knn(bank, queries.features(), queryLabels),
        linear.top1(),
        linear.learningRate(),
        linear.heldOut(),
        bankLabels.length,
        queryLabels.length,
        before);
  }

  private double knn(float[] queries, int[] labels) {
    return knn(measured(split.train()), queries, labels);
  }

  private double knn(Outputs bank, float[] queries, int[] labels) {
    return new NearestNeighbours(
            bank.features(),
            bank.dimension(),
            labels(split.train()),
            dataset.classCount(),
            recording.neighbours(),
            recording.neighbourTemperature())
        .accuracy(queries, labels);
  }

  /// Embedding and spread of the recorded test images, embedding of training images, with what
  /// training mined.
  ///
  /// @param epoch epochs done
  public Snapshot snapshot(int epoch, List<HardPair> pairs, List<FocalWeight> weights) {
    Outputs outputs = measured(recorded);
    Outputs bank = measured(split.train());
    int[] labels = labels(recorded);
    return new Snapshot(
        embedding(epoch, Part.TEST, recorded, outputs),
        Optional.of(embedding(epoch, Part.TRAIN, anchors, bank.rows(anchorRows))),
        SpreadAnalysis.of(outputs.features(), outputs.dimension(), labels, dataset.classCount()),
        knn(bank, outputs.features(), labels),
        pairs,
        weights);
  }

  private Embedding embedding(int epoch, Part part, int[] ids, Outputs outputs) {
    var predictions = Predictions.of(outputs);
    int[] labels = labels(ids);
    return new Embedding(
        epoch,
        part,
        ids,
        labels,
        predictions.classes(),
        predictions.confidences(),
        outputs.dimension(),
        outputs.features(),
        Optional.of(Predictions.losses(outputs, labels)));
  }

  /// An accuracy of numbers that are none would look like a bad one.
  private Outputs measured(int[] ids) {
    Outputs outputs = inference.run(ids);
    requireFinite("features", outputs.features(), outputs.dimension(), ids);
    requireFinite("class scores", outputs.logits(), outputs.classes(), ids);
    return outputs;
  }

  private static void requireFinite(String what, float[] values, int columns, int[] ids) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new Problem(
            "the model's %s are no longer finite numbers".formatted(what),
            "sample " + ids[i / columns],
            "lower the learning rate; the last good weights are kept");
      }
    }
  }

  private int[] labels(int[] ids) {
    return Arrays.stream(ids).map(dataset::label).toArray();
  }
}
