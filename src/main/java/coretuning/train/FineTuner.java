package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.RandomStream;
import coretuning.method.Method;
import coretuning.method.StepInput;
import coretuning.method.StepOutcome;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.transform.Batch;
import java.util.List;

/// Fine-tunes backbone and classifier by a [Method].
public final class FineTuner implements Learner {
  private final ResNet backbone;
  private final Classifier classifier;
  private final Method method;
  private final double headRateFactor;
  private final long seed;

  /// @param headRateFactor learning rate of classifier and method heads over that of the backbone
  /// @param seed of the method's random numbers
  public FineTuner(
      ResNet backbone, Classifier classifier, Method method, double headRateFactor, long seed) {
    this.backbone = backbone;
    this.classifier = classifier;
    this.method = method;
    this.headRateFactor = headRateFactor;
    this.seed = seed;
  }

  @Override
  public List<ParameterGroup> groups() {
    return List.of(
        new ParameterGroup(backbone.parameters(), 1),
        new ParameterGroup(classifier.parameters(), headRateFactor),
        new ParameterGroup(method.heads(), headRateFactor));
  }

  @Override
  public Parameters state() {
    var all = new Parameters();
    all.addAll("", backbone.parameters());
    all.addAll("", classifier.parameters());
    all.addAll("", method.heads());
    return all;
  }

  @Override
  public Step forward(NDManager manager, Batch batch, long step) {
    int size = batch.imageSize();
    NDArray images =
        Transfer.toDevice(manager, batch.pixels(), new Shape(batch.size(), 3, size, size));
    StepOutcome outcome =
        method.loss(
            new StepInput(
                backbone.features(images, true),
                batch.labels(),
                batch.ids(),
                classifier,
                RandomStream.of(seed, Purpose.MIXING.key(), step),
                step));
    return new Step(
        outcome.loss(),
        Transfer.toDouble(outcome.loss()),
        outcome.terms(),
        Hits.count(outcome.logits(), batch.labels()),
        outcome.pairs(),
        outcome.weights());
  }

  @Override
  public void afterBackward() {}
}
