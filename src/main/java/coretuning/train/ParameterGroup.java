package coretuning.train;

import coretuning.tensor.Parameters;

/// Weights that share a learning rate.
///
/// @param parameters of which the trainable ones are learnt
/// @param rateFactor their rate over that of the schedule, above 0
/// @param decays whether weight decay applies
public record ParameterGroup(Parameters parameters, double rateFactor, boolean decays) {}
