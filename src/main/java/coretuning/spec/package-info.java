/// The question: what a user asks for, as immutable records that check themselves.
///
/// Holds experiments, method and pre-training settings, data and optimiser settings. Holds no file
/// access, no tensors and no user interface. May import nothing of ours and nothing outside
/// `java.base`, so that every other package can speak these words.
@NullMarked
package coretuning.spec;

import org.jspecify.annotations.NullMarked;
