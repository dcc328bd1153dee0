package coretuning.result;

/// How the names in a file of weights were understood.
///
/// @param label whose way of naming it is, e.g. `MoCo v1 or v2`
/// @param why it was chosen, one sentence
/// @param prefix what stands before the backbone's names, e.g. `state_dict.module.encoder_q.`
public record LayoutChoice(String label, String why, String prefix) {}
