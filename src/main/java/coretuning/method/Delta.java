package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.ResNet;
import coretuning.objective.CrossEntropy;
import coretuning.objective.MapDistance;
import coretuning.objective.WeightPenalty;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// DELTA (Li et al., ICLR 2019): L = L_ce + a sum_layers D(F(w), F(w0)) + b/2 ||u||^2, D the
/// distance of the feature maps of this network from those of the frozen pre-trained one.
///
/// With channel attention a channel counts the more, the more the loss of the source network rises
/// without it ([ChannelAttention]); without, all count alike. As in the code at hand the plain
/// distance is not divided by the size of the maps, the attended one is: a means something else in
/// the two.
///
/// Comparability: the code compares the outputs of the last convolution of each stage, before its
/// BatchNorm; here the stage's output. The Transfer-Learning-Library learns the head at ten times
/// the backbone's rate, with batches of 48; the distance is a sum over the batch here too.
final class Delta implements Method {
  private final MethodSpec.Delta spec;
  private final ResNet source;
  private final int classes;
  private final List<NDArray> attention = new ArrayList<>();
  private final List<NDArray> head;

  Delta(MethodSpec.Delta spec, Foundation foundation) {
    this.spec = spec;
    source = foundation.backbone().copy(foundation.manager());
    classes = foundation.classes();
    head = foundation.classifier().parameters().trainable();
    if (spec.attention()) {
      for (int stage = 0; stage < source.stageCount(); stage++) {
        var shape = new Shape(source.lastFilters(stage).getShape().get(0));
        attention.add(foundation.manager().zeros(shape, foundation.type()));
      }
    }
  }

  @Override
  public Parameters memory() {
    var memory = new Parameters();
    for (int stage = 0; stage < attention.size(); stage++) {
      memory.addBuffer("attention.layer" + (stage + 1), attention.get(stage));
    }
    return memory;
  }

  @Override
  public boolean decaysWeights() {
    return false;
  }

  @Override
  public boolean beforeTraining(TrainingImages images) {
    if (!spec.attention()) {
      return true;
    }
    Optional<List<double[]>> measured =
        new ChannelAttention(source, classes)
            .measure(images, spec.attentionEpochs(), spec.attentionBatches());
    measured.ifPresent(this::keep);
    return measured.isPresent();
  }

  private void keep(List<double[]> measured) {
    for (int stage = 0; stage < attention.size(); stage++) {
      NDArray target = attention.get(stage);
      try (NDArray values =
          Transfer.toDevice(
              target.getManager(), measured.get(stage), target.getShape(), target.getDataType())) {
        Transfer.overwrite(target, values);
      }
    }
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    return StepOutcome.of(
        logits,
        new Addend("cross-entropy", 1, CrossEntropy.ofLabels(logits, in.labels())),
        new Addend("map distance", spec.mapPenalty(), mapDistance(in.pass())),
        new Addend("head norm", spec.headPenalty(), WeightPenalty.ofNorm(logits, head)));
  }

  private NDArray mapDistance(Pass pass) {
    List<NDArray> start =
        Autograd.withoutRecording(() -> source.stageMaps(pass.views().getFirst(), false));
    NDArray sum = Transfer.scalarLike(pass.features(), 0);
    for (int stage = 0; stage < start.size(); stage++) {
      NDArray maps = pass.stageMaps().get(stage);
      sum =
          sum.add(
              spec.attention()
                  ? MapDistance.attended(maps, start.get(stage), attention.get(stage))
                  : MapDistance.plain(maps, start.get(stage)));
    }
    return sum;
  }
}
