package coretuning.spec;

/// What every method of momentum contrast (He et al. 2020) sets.
///
/// @param temperature tau of InfoNCE, above 0; 0.07 in MoCo-v1, 0.2 in MoCo-v2
/// @param queueSize keys in the queue, at least 1, also no multiple of the batch; 65536 for
///   ImageNet, less for small data: the queue should stay below the number of images
/// @param keyMomentum m of the key encoder's moving average, in [0, 1); 0.999
/// @param projectionSize outputs of the projection head, at least 2; 128
/// @param batchNormGroups shuffled groups in which keys pass the encoder, at least 1: on one device
///   this stands for the shuffling BatchNorm of several; 1 switches it off
/// @param symmetric whether each view is query once and key once, the loss being the mean of both;
///   false in MoCo
public record MomentumSpec(
    double temperature,
    int queueSize,
    double keyMomentum,
    int projectionSize,
    int batchNormGroups,
    boolean symmetric) {

  public MomentumSpec {
    Require.above("temperature", temperature, 0);
    Require.atLeast("queue size", queueSize, 1);
    Require.within("key momentum", keyMomentum, 0, 0.999999);
    Require.atLeast("projection size", projectionSize, 2);
    Require.atLeast("BatchNorm groups", batchNormGroups, 1);
  }
}
