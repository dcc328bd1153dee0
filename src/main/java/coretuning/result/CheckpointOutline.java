package coretuning.result;

/// A file of weights at first sight: names and shapes, no value read.
///
/// @param format of the container, e.g. `PyTorch zip`
/// @param layout how its names were understood
/// @param match what of it fits which architecture
/// @param tensors number of all tensors in it
public record CheckpointOutline(
    String format, LayoutChoice layout, TensorMatch match, int tensors) {}
