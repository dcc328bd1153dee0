package coretuning.checkpoint;

import coretuning.safetensors.DType;
import coretuning.safetensors.Entry;
import java.util.List;
import java.util.function.Supplier;

/// A tensor in a file of weights, whatever its format.
///
/// @param shape sizes of the dimensions
/// @param values reads them, each time it is asked
record StoredTensor(DType dtype, List<Long> shape, Supplier<Entry> values) {}
