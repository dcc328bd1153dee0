/// Contrastive pre-training: momentum encoder, key queue, MoCo-v2's step.
///
/// Holds no loop and no files. May import `spec`, `result`, `tensor`, `backbone`, `objective`.
@NullMarked
package coretuning.pretrain;

import org.jspecify.annotations.NullMarked;
