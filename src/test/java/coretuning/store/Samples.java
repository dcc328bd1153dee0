package coretuning.store;

import coretuning.result.Embedding;
import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.result.MapMeasure;
import coretuning.result.Part;
import coretuning.result.Projection;
import coretuning.result.Provenance;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import coretuning.result.StepMetrics;
import coretuning.spec.Architecture;
import coretuning.spec.BackboneSpec;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.RecordingSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.spec.TransformSpec;
import java.util.List;
import java.util.Optional;

/// Values with awkward numbers, for round trips.
final class Samples {
  private Samples() {}

  static Experiment experiment() {
    return new Experiment(
        "Core-tuning",
        DataSpec.fashionMnist("sample-data/fashion-mnist-mini"),
        new BackboneSpec(Architecture.RESNET20, Optional.of("moco.safetensors"), false),
        MethodSpec.CoreTuning.defaults(),
        train(new ScheduleSpec.Cosine(2), everyTransform()),
        RecordingSpec.defaults(),
        DeviceChoice.CPU,
        1);
  }

  static Pretraining pretraining() {
    return new Pretraining(
        "Vorübung: MoCo/v2",
        DataSpec.fashionMnist("data"),
        Architecture.RESNET50,
        new PretrainSpec.MocoV2(new MomentumSpec(0.2, 4096, 0.999, 128, 4, false)),
        train(new ScheduleSpec.Constant(0), List.of()),
        RecordingSpec.defaults(),
        DeviceChoice.AUTO,
        Long.MAX_VALUE);
  }

  static TrainSpec train(ScheduleSpec schedule, List<TransformSpec> augmentation) {
    return new TrainSpec(20, 64, 1, 0.1 + 0.2, 10, 0.9, true, 1e-4, schedule, augmentation);
  }

  static List<TransformSpec> everyTransform() {
    return List.of(
        new TransformSpec.RandomCrop(28, 4),
        new TransformSpec.Resize(32),
        new TransformSpec.RandomResizedCrop(28, 0.2, 1),
        new TransformSpec.HorizontalFlip(0.5),
        new TransformSpec.Rotation(15),
        new TransformSpec.ColourJitter(0.4, 0.4, 0.4, 0.1, 0.8),
        new TransformSpec.Grayscale(0.2),
        new TransformSpec.GaussianBlur(0.1, 2, 0.5));
  }

  static Provenance provenance() {
    return new Provenance(
        "0.1.0",
        "PyTorch 2.7.1 (DJL 0.35.1)",
        "cpu, 2 threads",
        "no CUDA driver found",
        "25.0.3",
        "Linux 6.1 amd64",
        "ab12",
        "random",
        "no file",
        1,
        "2026-11-23T15:12:33.5Z");
  }

  static StepMetrics step(long step) {
    return new StepMetrics(
        step,
        (int) ((step - 1) / 10) + 1,
        step == 3 ? Double.NaN : 1.0 / step,
        List.of(
            new LossTerm("mixed cross-entropy", 0.1 + 0.2),
            new LossTerm("focal contrastive", Double.POSITIVE_INFINITY)),
        1e-3 / 3);
  }

  static EpochMetrics epoch(int epoch) {
    return new EpochMetrics(
        epoch,
        1.0 / 3,
        List.of(new LossTerm("cross-entropy", Double.MIN_VALUE)),
        Double.NaN,
        epoch == 1 ? Optional.empty() : Optional.of(0.75),
        0.01,
        1234.5,
        0.25);
  }

  static Evaluation evaluation(Part part) {
    return new Evaluation(part, 5, 0.6, 1, 2.0 / 3, 0.8, Double.NaN, new int[][] {{2, 1}, {1, 1}});
  }

  static Spread spread() {
    return new Spread(
        0.1 + 0.2, 1.1, 0.3, -2.5, -14, 15.0 / 7, new double[] {0.25, Double.NaN, 1e-300});
  }

  static Snapshot snapshot(int epoch) {
    var embedding =
        new Embedding(
            epoch,
            Part.TEST,
            new int[] {7, 3, 900_000},
            new int[] {0, 1, 2},
            new int[] {0, 2, 2},
            new float[] {0.9f, 0.4f, Float.NaN},
            2,
            new float[] {1.5f, -0f, Float.MIN_VALUE, 3e38f, Float.NaN, 0.1f},
            Optional.of(new float[] {0.1f, 2.5f, Float.NaN}));
    var pair = new HardPair(1L << 40, 7, 3, 900_000, 3, 0.1 + 0.2, 0.8, 0.9, Double.NaN, -1);
    var training =
        new Embedding(
            epoch,
            Part.TRAIN,
            new int[] {5},
            new int[] {1},
            new int[] {0},
            new float[] {0.5f},
            2,
            new float[] {1, -2.5f});
    return new Snapshot(
        embedding,
        Optional.of(training),
        spread(),
        0.875,
        List.of(pair),
        List.of(new FocalWeight(7, 0, 1.0 / 3, Double.NaN)));
  }

  static Projection projection() {
    return new Projection(
        "t-SNE",
        42,
        29.7,
        1000,
        new double[] {0.1 + 0.2, Double.NaN, -0.0},
        new double[] {1e-300, 5, Math.PI},
        List.of(
            new MapMeasure("trustworthiness (k = 10)", 0.1 + 0.2),
            new MapMeasure("explained share", Double.NaN)));
  }
}
