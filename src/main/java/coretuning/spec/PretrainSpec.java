package coretuning.spec;

/// Settings of one contrastive pre-training method.
public sealed interface PretrainSpec {

  /// Name as in the literature, e.g. `MoCo-v2`.
  String title();

  /// Encoder, queue and loss, which all methods share.
  MomentumSpec momentum();

  /// Momentum contrast (He et al. 2020): a linear projection head.
  record MocoV1(MomentumSpec momentum) implements PretrainSpec {
    @Override
    public String title() {
      return "MoCo-v1";
    }
  }

  /// Momentum contrast, version 2 (Chen et al. 2020): a two-layer projection head.
  record MocoV2(MomentumSpec momentum) implements PretrainSpec {
    @Override
    public String title() {
      return "MoCo-v2";
    }
  }

  /// MoCo-v2 with hard negatives mixed in feature space (MoCHi, Kalantidis et al. 2020).
  record Mochi(MomentumSpec momentum, SynthesisSpec synthesis) implements PretrainSpec {
    @Override
    public String title() {
      return "MoCHi";
    }
  }
}
