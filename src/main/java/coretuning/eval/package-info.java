/// Looking at a model without teaching it: images -> features and class scores -> evaluation and
/// embedding.
///
/// Holds forward passes and their results as records. Holds no training and no files. May import
/// `spec`, `result`, `data`, `transform`, `tensor`, `backbone`, `analysis`.
@NullMarked
package coretuning.eval;

import org.jspecify.annotations.NullMarked;
