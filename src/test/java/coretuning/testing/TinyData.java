package coretuning.testing;

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
import coretuning.spec.SamplePreset;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.spec.TransformSpec;
import java.util.List;
import java.util.Optional;

/// Experiments of seconds on a share of the bundled images.
public final class TinyData {
  private TinyData() {}

  /// Fine-tuning of a random ResNet-8 on 4 images of each class, with augmentation.
  public static Experiment experiment(MethodSpec method, int epochs) {
    return new Experiment(
        "tiny",
        data(),
        new BackboneSpec(Architecture.RESNET8_MINI, Optional.empty(), false),
        method,
        train(epochs),
        new RecordingSpec(1, 40, 5, 0.1),
        DeviceChoice.CPU,
        3);
  }

  /// Momentum contrast on the same images.
  public static Pretraining pretraining(int epochs) {
    return pretraining(
        new PretrainSpec.MocoV2(new MomentumSpec(0.2, 24, 0.9, 16, 2, false)), epochs);
  }

  /// Any method of pre-training on the same images.
  public static Pretraining pretraining(PretrainSpec method, int epochs) {
    return new Pretraining(
        "tiny",
        data(),
        Architecture.RESNET8_MINI,
        method,
        train(epochs),
        new RecordingSpec(1, 40, 5, 0.1),
        DeviceChoice.CPU,
        3);
  }

  /// 4 training images of each of the 10 classes.
  public static DataSpec data() {
    DataSpec full = DataSpec.fashionMnist(SamplePreset.DATA);
    return new DataSpec(full.format(), full.root(), 28, 0.05, 0.04, full.mean(), full.deviation());
  }

  /// Batches of 8 in random order.
  public static TrainSpec train(int epochs) {
    return new TrainSpec(
        epochs,
        8,
        1,
        0.02,
        2,
        0.9,
        true,
        1e-4,
        new ScheduleSpec.Cosine(0),
        List.of(new TransformSpec.RandomCrop(28, 2), new TransformSpec.HorizontalFlip(0.5)));
  }
}
