package coretuning.spec;

import java.util.List;

/// How weights are learnt: stochastic gradient descent with PyTorch's meaning of every parameter.
///
/// @param epochs passes over the training images, at least 1
/// @param batchSize images a step sees, at least 2
/// @param accumulationSteps batches whose gradients are averaged into one update, at least 1
/// @param learningRate initial rate, above 0
/// @param headLearningRateFactor rate of classifier and projection head over that of the backbone,
///   above 0
/// @param momentum in [0, 1)
/// @param nesterov whether momentum looks ahead; needs momentum above 0
/// @param weightDecay L2 penalty factor, at least 0
/// @param schedule how the rate changes over epochs
/// @param augmentation steps applied to each training image, in order
public record TrainSpec(
    int epochs,
    int batchSize,
    int accumulationSteps,
    double learningRate,
    double headLearningRateFactor,
    double momentum,
    boolean nesterov,
    double weightDecay,
    ScheduleSpec schedule,
    List<TransformSpec> augmentation) {

  public TrainSpec {
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batch size", batchSize, 2);
    Require.atLeast("accumulation steps", accumulationSteps, 1);
    Require.above("learning rate", learningRate, 0);
    Require.above("head learning rate factor", headLearningRateFactor, 0);
    Require.within("momentum", momentum, 0, 0.999999);
    Require.atLeast("weight decay", weightDecay, 0.0);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("nesterov needs a momentum above 0, got 0");
    }
    augmentation = List.copyOf(augmentation);
  }
}
