/// The answer: what a run reports, as immutable records.
///
/// Holds metrics, evaluations, embeddings, pairs, focal weights, provenance, the events of a
/// running job and [coretuning.result.Problem]. Holds no tensors and no drawing: only numbers and
/// Java arrays leave the device. May import `spec`. Arrays inside records are never written to
/// after construction.
@NullMarked
package coretuning.result;

import org.jspecify.annotations.NullMarked;
