/// The networks: the ResNet family with named stages, linear classifier, projection head.
///
/// Holds shapes, names and forward passes; parameter names are torchvision's, so public checkpoints
/// fit. Holds no file access and no training. May import `spec` and `tensor`.
@NullMarked
package coretuning.backbone;

import org.jspecify.annotations.NullMarked;
