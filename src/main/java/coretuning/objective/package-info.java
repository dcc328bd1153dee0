/// Terms of training objectives as pure functions on arrays, written to be read beside the papers.
///
/// Holds cosines, mining, mixing of pairs, contrastive and cross-entropy losses. Holds no weights,
/// no state and no source of randomness (generators are passed in), so that each term can be
/// checked against its formula alone. May import `tensor`.
///
/// Every array is float32 or float64, and every result belongs to the manager of the first
/// argument: pass arrays of the step first, long-lived ones (weights, queues) later. Letters of
/// shapes: N batch, D feature, K classes, M candidates, Q queue.
@NullMarked
package coretuning.objective;

import org.jspecify.annotations.NullMarked;
