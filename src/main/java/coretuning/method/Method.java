package coretuning.method;

import coretuning.tensor.Parameters;

/// A way of fine-tuning: what is learnt beside backbone and classifier, and the loss of a batch.
public interface Method {

  /// Weights of the method's own heads; none if it has no head. Dropped after training.
  Parameters heads();

  /// The objective of one batch.
  ///
  /// To be called while gradients are recorded; arrays made on the way belong to the manager of the
  /// features.
  StepOutcome loss(StepInput in);
}
