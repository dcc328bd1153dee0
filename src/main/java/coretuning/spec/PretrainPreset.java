package coretuning.spec;

import java.util.List;

/// Whole pre-training runs by name. Those for ImageNet-100 are what MoCo-v2 (Chen et al. 2020) and
/// MoCHi (Kalantidis et al. 2020) state: SGD 0.03 with momentum 0.9 and weight decay 1e-4, batches
/// of 256, cosine, 200 epochs, temperature 0.2, 128 dimensions, key momentum 0.999, a queue of
/// 16,384; MoCHi (1024, 1024, 128) after 10 epochs. The queue, the batch and the first epochs of
/// ImageNet-100 are recollected, not looked up.
public enum PretrainPreset {
  /// The bundled backbone's.
  MOCO_V2_SAMPLE("moco-v2-sample", PretrainName.MOCO_V2),
  /// The same with a quarter of MoCHi's synthesis, as the sample's queue is a quarter of its.
  MOCHI_SAMPLE("mochi-sample", PretrainName.MOCHI),
  MOCO_V2_IMAGENET100("moco-v2-imagenet100", PretrainName.MOCO_V2),
  MOCHI_IMAGENET100("mochi-imagenet100", PretrainName.MOCHI);

  private static final int SIDE = 224;

  private final String label;
  private final PretrainName method;

  PretrainPreset(String label, PretrainName method) {
    this.label = label;
    this.method = method;
  }

  /// The name on the command line, e.g. `mochi-sample`.
  public String label() {
    return label;
  }

  /// Whether the images are the bundled sample's, or Fashion-MNIST in full at the same size.
  public boolean isForSample() {
    return this == MOCO_V2_SAMPLE || this == MOCHI_SAMPLE;
  }

  /// The run on images at `root`.
  public Pretraining pretraining(String root) {
    return isForSample() ? sample(root) : imageNet100(root);
  }

  /// MoCHi's synthesis that suits the preset's queue.
  public SynthesisSpec synthesis() {
    return isForSample()
        ? SamplePreset.SYNTHESIS
        : new SynthesisSpec(1024, 1024, 128, 0.5, 10, false);
  }

  /// The pipeline that suits images of a format: the sample's own is made for gray images.
  public Augmentation augmentation(DataFormat format) {
    return format == DataFormat.IDX || !isForSample()
        ? Augmentation.AS_GIVEN
        : Augmentation.MOCO_V2;
  }

  private Pretraining sample(String root) {
    Pretraining moco = SamplePreset.pretraining(root);
    PretrainSpec chosen = method.of(moco.method().momentum(), synthesis());
    return new Pretraining(
        chosen.title(),
        moco.data(),
        moco.architecture(),
        chosen,
        moco.train(),
        moco.recording(),
        moco.device(),
        moco.seed());
  }

  private Pretraining imageNet100(String root) {
    PretrainSpec chosen =
        method.of(new MomentumSpec(0.2, 16_384, 0.999, 128, 8, false), synthesis());
    return new Pretraining(
        chosen.title(),
        new DataSpec(
            DataFormat.IMAGE_FOLDER,
            root,
            SIDE,
            0,
            1,
            DataSpec.IMAGENET_MEAN,
            DataSpec.IMAGENET_DEVIATION),
        Architecture.RESNET50,
        chosen,
        new TrainSpec(
            200,
            256,
            1,
            0.03,
            1,
            0.9,
            false,
            1e-4,
            new ScheduleSpec.Cosine(0),
            Augmentation.MOCO_V2.steps(SIDE, List.of(), SIDE)),
        new RecordingSpec(10, 2000, 200, 0.1),
        DeviceChoice.AUTO,
        1);
  }

  /// Finds a preset by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static PretrainPreset ofLabel(String label) {
    return Labelled.find("pre-training preset", values(), PretrainPreset::label, label);
  }

  @Override
  public String toString() {
    return label;
  }
}
