/// Learning: the loop on one screen, optimiser, learning-rate schedule, and the two things the loop
/// can teach, fine-tuning and contrastive pre-training.
///
/// Holds no file access but that of checkpoints, and no notion of runs: what happens is told to a
/// listener. May import every package of data, networks, objectives and methods.
@NullMarked
package coretuning.train;

import org.jspecify.annotations.NullMarked;
