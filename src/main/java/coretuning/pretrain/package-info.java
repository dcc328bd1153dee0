/// Contrastive pre-training: momentum encoder, key queue, the step of MoCo-v1, MoCo-v2 and MoCHi.
///
/// Holds no loop and no files. May import `spec`, `result`, `tensor`, `backbone`, `objective`.
@NullMarked
package coretuning.pretrain;

import org.jspecify.annotations.NullMarked;
