/// Numbers about features and predictions: accuracy, nearest neighbours, spread.
///
/// Holds pure computations: Java arrays in, records out, the same numbers whatever the thread
/// count. Holds no device tensors, no files and no maps (`analysis.map`). May import `result`.
@NullMarked
package coretuning.analysis;

import org.jspecify.annotations.NullMarked;
