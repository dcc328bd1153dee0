/// Weights in and out of files: names, shapes, what matched and what did not.
///
/// Holds the translation between named arrays and safetensors, and the check that a backbone's file
/// fits. Holds no training state beyond arrays. May import `spec`, `result`, `safetensors`,
/// `tensor`, `backbone`.
@NullMarked
package coretuning.checkpoint;

import org.jspecify.annotations.NullMarked;
