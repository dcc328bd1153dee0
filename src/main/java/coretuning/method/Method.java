package coretuning.method;

import coretuning.tensor.Parameters;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// A way of fine-tuning: what is learnt beside backbone and classifier, and the loss of a batch.
public interface Method {

  /// Weights of the method's own heads; none if it has no head. Dropped after training.
  default Parameters heads() {
    return new Parameters();
  }

  /// Arrays that change during training but are not learnt by gradient, such as key queues: part of
  /// a checkpoint, so that a resumed run goes on with the very same.
  default Parameters memory() {
    return new Parameters();
  }

  /// Augmented views of each image that a batch must hold, at least 1.
  default int views() {
    return 1;
  }

  /// Batches that a loss sees together, their features joined: 1, or all of an update.
  ///
  /// @param accumulationSteps batches of an update
  default int batchesPerLoss(int accumulationSteps) {
    return 1;
  }

  /// Whether the optimiser's weight decay applies to backbone and classifier; false for methods
  /// that bring a penalty of their own.
  default boolean decaysWeights() {
    return true;
  }

  /// Called once outside the recording before the first batch of the run, with the networks as they
  /// start. What is found belongs into [#memory], for a resumed run is not asked again; a run that
  /// was left before its first batch is, and must find the same.
  ///
  /// @return whether it came to its end; false if [TrainingImages#goOn] said to stop
  default boolean beforeTraining(TrainingImages images) {
    return true;
  }

  /// Called outside the recording before the first batch of an epoch; again if a run is resumed
  /// there, so it must do the same when called twice.
  ///
  /// @param epoch counted from 0
  /// @param epochs of the whole run
  /// @param random a stream of this epoch's own
  default void beforeEpoch(int epoch, int epochs, RandomGenerator random) {}

  /// Least mixing factor that smaller draws are raised to, for the share of clipped factors; empty
  /// for methods that clip none.
  default OptionalDouble clippedAt() {
    return OptionalDouble.empty();
  }

  /// The objective of one batch.
  ///
  /// May be called twice for the same batch with the same random numbers before [#afterBackward]:
  /// what a batch leaves behind beyond [#memory] must be that of the last call.
  ///
  /// To be called while gradients are recorded; arrays made on the way belong to the manager of the
  /// features.
  StepOutcome loss(StepInput in);

  /// Called outside the recording after the backward pass of each batch.
  default void afterBackward() {}
}
