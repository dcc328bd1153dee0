package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.data.RandomStream;
import coretuning.pretrain.MomentumContrast;
import coretuning.pretrain.Origin;
import coretuning.result.LossTerm;
import coretuning.result.ProxyStep;
import coretuning.spec.PretrainSpec;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.transform.Batch;
import java.util.List;
import java.util.Optional;

/// Pre-trains a backbone by momentum contrast. Needs batches of two views.
public final class ContrastivePretrainer implements Learner {
  private final MomentumContrast contrast;
  private final int warmUpEpochs;
  private final long seed;
  private final ProxyTask proxy;
  private boolean synthesising;

  /// @param method that `contrast` was built for
  /// @param batchesPerEpoch of which a few are looked at closely
  /// @param labelled whether the images' labels are classes, for the analysis of false negatives
  /// @param seed of key groups and synthetic negatives
  public ContrastivePretrainer(
      MomentumContrast contrast,
      PretrainSpec method,
      int batchesPerEpoch,
      boolean labelled,
      long seed) {
    this.contrast = contrast;
    warmUpEpochs =
        method instanceof PretrainSpec.Mochi mochi ? mochi.synthesis().warmUpEpochs() : 0;
    proxy = new ProxyTask(contrast, method.momentum(), batchesPerEpoch, labelled);
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
  public void enterEpoch(int epoch, boolean fresh) {
    synthesising = epoch >= warmUpEpochs;
  }

  @Override
  public Step forward(NDManager manager, List<Batch> batches, long step) {
    Batch batch = batches.getFirst();
    int size = batch.imageSize();
    var shape = new Shape(batch.size(), 3, size, size);
    NDArray first = Transfer.toDevice(manager, batch.views().get(0), shape);
    NDArray second = Transfer.toDevice(manager, batch.views().get(1), shape);
    MomentumContrast.Contrast result =
        contrast.contrast(
            first,
            second,
            new Origin(batch.ids(), batch.labels()),
            synthesising,
            RandomStream.of(seed, Purpose.KEY_GROUPS.key(), step));
    double loss = Transfer.toDouble(result.loss());
    // Synthetic negatives do not count as train accuracy, so that methods can be compared.
    ProxyStep seen = proxy.observe(result, batch.labels(), step);
    return new Step(
        result.loss(),
        loss,
        List.of(new LossTerm("InfoNCE", loss)),
        seen.found(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(seen));
  }

  @Override
  public void afterBackward() {
    contrast.enqueueKeys();
  }
}
