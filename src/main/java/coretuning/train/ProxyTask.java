package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import coretuning.analysis.FeatureSpectrum;
import coretuning.analysis.Hypersphere;
import coretuning.pretrain.MomentumContrast;
import coretuning.pretrain.Parents;
import coretuning.result.ProxyEpoch;
import coretuning.result.ProxyLook;
import coretuning.result.ProxyStep;
import coretuning.spec.MomentumSpec;
import coretuning.tensor.Transfer;
import java.util.List;
import java.util.Optional;

/// Observes the proxy task of momentum contrast: how many queries find their own key, and, in a few
/// batches of each epoch, what their hardest negatives are. Of a symmetric loss the first direction
/// is observed.
final class ProxyTask {
  private static final int LOOKS_PER_EPOCH = 4;

  /// The hardest are 1024 of a queue of 16,384, as MoCHi mixes them, and as many in proportion of a
  /// shorter one.
  private static final int HARDEST = 1024;

  private static final int QUEUE_PER_HARDEST = 16;

  private final MomentumContrast contrast;
  private final MomentumSpec spec;
  private final int batchesPerEpoch;
  private final boolean labelled;

  ProxyTask(MomentumContrast contrast, MomentumSpec spec, int batchesPerEpoch, boolean labelled) {
    this.contrast = contrast;
    this.spec = spec;
    this.batchesPerEpoch = batchesPerEpoch;
    this.labelled = labelled;
  }

  /// Observes a batch that was just contrasted and is not in the queue yet.
  ///
  /// @param labels `[N]` classes of the images
  /// @param step counted from 1 over the run; decides whether the batch is looked at closely
  ProxyStep observe(MomentumContrast.Contrast result, int[] labels, long step) {
    int queries = labels.length;
    NDArray logits = result.logits().get(new NDIndex("0:" + queries));
    NDArray memory = logits.get(new NDIndex(":, 0:" + (1 + spec.queueSize())));
    int found = Hits.count(memory, new int[queries]);
    boolean synthetic = logits.getShape().get(1) > memory.getShape().get(1);
    return new ProxyStep(
        queries,
        found,
        synthetic ? Hits.count(logits, new int[queries]) : found,
        isLookedAt(step) ? Optional.of(look(result, memory, labels)) : Optional.empty());
  }

  /// Batches spread over the epoch, its last among them: the queue is filled by then.
  private boolean isLookedAt(long step) {
    long left = (batchesPerEpoch - step % batchesPerEpoch) % batchesPerEpoch;
    return left % Math.max(1, batchesPerEpoch / LOOKS_PER_EPOCH) == 0;
  }

  private ProxyLook look(MomentumContrast.Contrast result, NDArray memory, int[] labels) {
    int kept = Math.min(ProxyEpoch.RANKS.getLast(), spec.queueSize());
    NDList nearest = memory.get(new NDIndex(":, 1:")).topK(kept, 1, true, true);
    int hardest = Math.clamp(spec.queueSize() / QUEUE_PER_HARDEST, 1, HARDEST);
    float[] queries = result.queries().toFloatArray();
    int dimension = Math.toIntExact(result.queries().getShape().get(1));
    FeatureSpectrum spectrum = FeatureSpectrum.of(queries, dimension);
    var mistaken = new Counts();
    var mistakenSynthetic = new Counts();
    if (labelled) {
      long[] keys = contrast.keyLabels();
      long[] rows = nearest.get(1).toLongArray();
      for (int query = 0; query < labels.length; query++) {
        for (int k = 0; k < hardest; k++) {
          long key = keys[(int) rows[query * kept + k]];
          if (key >= 0) {
            mistaken.add(key == labels[query]);
          }
        }
      }
      if (!result.parents().isEmpty()) {
        judge(result.parents().getFirst(), labels, keys, mistakenSynthetic);
      }
    }
    return new ProxyLook(
        mistaken.judged,
        mistaken.same,
        mistakenSynthetic.judged,
        mistakenSynthetic.same,
        Hypersphere.alignment(queries, result.keys().toFloatArray(), dimension),
        Hypersphere.uniformity(queries, dimension),
        spectrum.deviation(),
        spectrum.effectiveRank(),
        dimension,
        matching(memory, nearest.get(0)));
  }

  private static void judge(Parents parents, int[] labels, long[] keys, Counts into) {
    for (int i = 0; i < parents.second().length; i++) {
      int label = labels[i / parents.count()];
      long second = keys[parents.second()[i]];
      long first = parents.first()[i] == Parents.QUERY ? second : keys[parents.first()[i]];
      if (first >= 0 && second >= 0) {
        into.add(first == label || second == label);
      }
    }
  }

  /// Mean over the queries of exp(l_n) / (exp(l_k) + sum exp(l)) at each rank.
  private static List<Double> matching(NDArray memory, NDArray hardest) {
    NDArray top = memory.max(new int[] {1}, true);
    NDArray total = memory.sub(top).exp().sum(new int[] {1}, true);
    NDArray probabilities = hardest.sub(top).exp().div(total).mean(new int[] {0});
    double[] all = Transfer.toDoubles(probabilities);
    return ProxyEpoch.RANKS.stream()
        .filter(rank -> rank <= all.length)
        .map(rank -> all[rank - 1])
        .toList();
  }

  private static final class Counts {
    private long judged;
    private long same;

    void add(boolean ownClass) {
      judged++;
      same += ownClass ? 1 : 0;
    }
  }
}
