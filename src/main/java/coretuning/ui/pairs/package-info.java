/// What Core-tuning works on: for each anchor its hard positive and negatives and how they were
/// mixed, and how much weight each anchor got in the focal contrastive loss.
///
/// Holds the views "Hard pairs" and "Focal weights" and their models. Holds no mining for training:
/// that is recorded by the run. May import `spec`, `result`, `figure`, `ui.support` and `ui.plot`;
/// no other feature.
@NullMarked
package coretuning.ui.pairs;

import org.jspecify.annotations.NullMarked;
