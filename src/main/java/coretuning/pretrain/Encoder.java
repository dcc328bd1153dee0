package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import coretuning.backbone.ProjectionHead;
import coretuning.backbone.ResNet;
import coretuning.objective.Cosine;
import coretuning.tensor.Parameters;

/// Backbone and projection head: image -> unit vector.
record Encoder(ResNet backbone, ProjectionHead head) {

  /// Encodes images.
  ///
  /// @param images `[N, 3, H, W]`
  /// @return `[N, P]` unit rows
  NDArray encode(NDArray images) {
    return Cosine.unitRows(head.project(backbone.features(images, true)));
  }

  /// All arrays; the head's under `fc.` as in MoCo's files.
  Parameters parameters() {
    var all = new Parameters();
    all.addAll("", backbone.parameters());
    all.addAll("fc.", head.parameters());
    return all;
  }
}
