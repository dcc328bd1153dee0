/// Numbers about features and predictions: accuracy, nearest neighbours, spread, two-dimensional
/// maps.
///
/// Holds pure computations: Java arrays in, records out, the same numbers whatever the thread
/// count. Holds no device tensors and no files. May import `result`; the only door of Smile
/// (t-SNE).
@NullMarked
package coretuning.analysis;

import org.jspecify.annotations.NullMarked;
