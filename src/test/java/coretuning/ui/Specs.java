package coretuning.ui;

import coretuning.spec.Architecture;
import coretuning.spec.BackboneSpec;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.RecordingSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.spec.TransformSpec;
import java.util.List;
import java.util.Optional;

/// Experiments for tests.
public final class Specs {
  private Specs() {}

  /// Core-tuning for 10 epochs on data below the given folder.
  public static Experiment coreTuning(String root) {
    return new Experiment(
        "Core-tuning",
        DataSpec.fashionMnist(root),
        new BackboneSpec(Architecture.RESNET20, Optional.empty(), false),
        MethodSpec.CoreTuning.defaults(),
        new TrainSpec(
            10,
            128,
            1,
            0.02,
            10,
            0.9,
            true,
            1e-4,
            new ScheduleSpec.Cosine(0),
            List.of(new TransformSpec.RandomCrop(28, 2), new TransformSpec.HorizontalFlip(0.5))),
        RecordingSpec.defaults(),
        DeviceChoice.AUTO,
        1);
  }

  public static Experiment coreTuning() {
    return coreTuning("any");
  }

  public static Experiment ceTuning() {
    return coreTuning().withMethod(new MethodSpec.CeTuning());
  }
}
