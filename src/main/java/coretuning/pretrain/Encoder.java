package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.LinearHead;
import coretuning.backbone.ProjectionHead;
import coretuning.backbone.ResNet;
import coretuning.objective.Cosine;
import coretuning.spec.Architecture;
import coretuning.spec.PretrainSpec;
import coretuning.tensor.Parameters;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Backbone and projection head: image -> unit vector.
///
/// @param projection the head as a function `[N, D]` -> `[N, P]`
/// @param headParameters its weights
record Encoder(ResNet backbone, UnaryOperator<NDArray> projection, Parameters headParameters) {

  /// An encoder with fresh weights. MoCo-v1 projects by one linear layer, its successors by two.
  static Encoder of(
      PretrainSpec method,
      Architecture architecture,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    var backbone = new ResNet(architecture, manager, type, random);
    int inputs = backbone.featureSize();
    int outputs = method.momentum().projectionSize();
    return switch (method) {
      case PretrainSpec.MocoV1 _ -> {
        var head = new LinearHead(inputs, outputs, manager, type, random);
        yield new Encoder(backbone, head::project, head.parameters());
      }
      case PretrainSpec.MocoV2 _, PretrainSpec.Mochi _ -> {
        var head = new ProjectionHead(inputs, outputs, manager, type, random);
        yield new Encoder(backbone, head::project, head.parameters());
      }
    };
  }

  /// Encodes images of a batch to learn from.
  ///
  /// @param images `[N, 3, H, W]`
  /// @return `[N, P]` unit rows
  NDArray encode(NDArray images) {
    return Cosine.unitRows(projection.apply(backbone.features(images, true)));
  }

  /// Encodes images to look at: with BatchNorm's running statistics, which stay as they are.
  ///
  /// @param images `[N, 3, H, W]`
  /// @return `[N, P]` unit rows
  NDArray look(NDArray images) {
    return Cosine.unitRows(projection.apply(backbone.features(images, false)));
  }

  /// All arrays; the head's under `fc.` as in MoCo's files.
  Parameters parameters() {
    var all = new Parameters();
    all.addAll("", backbone.parameters());
    all.addAll("fc.", headParameters);
    return all;
  }
}
