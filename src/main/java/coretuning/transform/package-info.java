/// From stored bytes to batches: augmentation, normalisation and the loader that prepares batches
/// on the CPU while the device computes.
///
/// Holds one small class per [coretuning.spec.TransformSpec], the pipeline that chains them and the
/// batch loader. Holds no files and no tensors: batches leave as Java arrays. May import `spec` and
/// `data`. Randomness is passed in, so that an image's augmentation depends on seed, epoch, sample
/// and view only, never on threads.
@NullMarked
package coretuning.transform;

import org.jspecify.annotations.NullMarked;
