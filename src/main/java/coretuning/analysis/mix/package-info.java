/// What a mix of two features would do: where it lies, what the classifier says of it, how the
/// contrastive loss sees it.
///
/// Holds pure functions of arrays, with the formulas of `objective` in plain numbers, so that a
/// slider can call them. Holds no tensors, no training and no drawing. May import `result`. Apart
/// from the rest of the analyses because the window calls it directly.
@NullMarked
package coretuning.analysis.mix;

import org.jspecify.annotations.NullMarked;
