package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.data.RandomStream;
import coretuning.pretrain.MomentumContrast;
import coretuning.result.LossTerm;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.transform.Batch;
import java.util.List;

/// Pre-trains a backbone by momentum contrast. Needs batches of two views.
public final class ContrastivePretrainer implements Learner {
  private final MomentumContrast contrast;
  private final long seed;

  /// @param seed of the key groups
  public ContrastivePretrainer(MomentumContrast contrast, long seed) {
    this.contrast = contrast;
    this.seed = seed;
  }

  @Override
  public List<ParameterGroup> groups() {
    return List.of(new ParameterGroup(contrast.learnt(), 1, true));
  }

  @Override
  public Parameters state() {
    return contrast.state();
  }

  @Override
  public Step forward(NDManager manager, Batch batch, long step) {
    int size = batch.imageSize();
    var shape = new Shape(batch.size(), 3, size, size);
    NDArray queries = Transfer.toDevice(manager, batch.views().get(0), shape);
    NDArray keys = Transfer.toDevice(manager, batch.views().get(1), shape);
    MomentumContrast.Contrast result =
        contrast.contrast(queries, keys, RandomStream.of(seed, Purpose.KEY_GROUPS.key(), step));
    double loss = Transfer.toDouble(result.loss());
    return new Step(
        result.loss(),
        loss,
        List.of(new LossTerm("InfoNCE", loss)),
        // The own key is candidate 0: these hits are the proxy task's.
        Hits.count(result.logits(), new int[batch.size()]),
        List.of(),
        List.of());
  }

  @Override
  public void afterBackward() {
    contrast.enqueueKeys();
  }
}
