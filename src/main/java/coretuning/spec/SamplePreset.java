package coretuning.spec;

import java.util.List;
import java.util.Optional;

/// Settings that suit the bundled sample: few labelled Fashion-MNIST images and a small backbone
/// that was pre-trained on the unlabelled full set.
public final class SamplePreset {
  /// Folder of the bundled images, below the project's.
  public static final String DATA = "sample-data/fashion-mnist-mini";

  /// File of the bundled backbone, below the project's folder.
  public static final String BACKBONE = "sample-data/backbones/resnet8-mini-moco-v2.safetensors";

  private static final int SIZE = 28;

  // Temperature, queue and key momentum as usual for small images.
  private static final MomentumSpec MOMENTUM = new MomentumSpec(0.1, 4096, 0.99, 128, 4, false);

  /// MoCHi's synthesis for the sample's short queue: the paper's (1024, 1024, 128) of 16,384 keys,
  /// each a quarter, after the first of eight epochs.
  public static final SynthesisSpec SYNTHESIS = new SynthesisSpec(256, 256, 32, 0.5, 1, false);

  private SamplePreset() {}

  /// Core-tuning of the bundled backbone on ten labelled images of each class: the regime of few
  /// labels, where a regulariser can matter. Learning rate, epochs and eta were chosen on 5,000
  /// images of the full training set that are not in the sample, never on its test images.
  public static Experiment experiment() {
    return new Experiment(
        "Core-tuning",
        DataSpec.fashionMnist(DATA).withSubsetRate(0.1),
        new BackboneSpec(Architecture.RESNET8_MINI, Optional.of(BACKBONE), false),
        Settings.with(MethodSpec.CoreTuning.defaults(), "eta", "1"),
        fineTuning(),
        new RecordingSpec(50, 1000, 200, 0.1),
        DeviceChoice.AUTO,
        1);
  }

  /// The paper's optimiser (SGD, Nesterov 0.9, weight decay 1e-4, cosine) at a size of minutes.
  public static TrainSpec fineTuning() {
    return new TrainSpec(
        200,
        50,
        1,
        0.05,
        1,
        0.9,
        true,
        1e-4,
        new ScheduleSpec.Cosine(0),
        List.of(new TransformSpec.RandomCrop(SIZE, 2), new TransformSpec.HorizontalFlip(0.5)));
  }

  /// MoCo-v2 on the full, unlabelled Fashion-MNIST at `root`. Colour jitter without saturation and
  /// hue, and no grayscale: the images are gray.
  public static Pretraining pretraining(String root) {
    return new Pretraining(
        "MoCo-v2",
        DataSpec.fashionMnist(root),
        Architecture.RESNET8_MINI,
        new PretrainSpec.MocoV2(MOMENTUM),
        new TrainSpec(
            8,
            256,
            1,
            0.06,
            1,
            0.9,
            false,
            5e-4,
            new ScheduleSpec.Cosine(0),
            List.of(
                new TransformSpec.RandomResizedCrop(SIZE, 0.3, 1),
                new TransformSpec.ColourJitter(0.4, 0.4, 0, 0, 0.8),
                new TransformSpec.GaussianBlur(0.1, 1.0, 0.5),
                new TransformSpec.HorizontalFlip(0.5))),
        new RecordingSpec(2, 2000, 200, 0.1),
        DeviceChoice.AUTO,
        1);
  }
}
