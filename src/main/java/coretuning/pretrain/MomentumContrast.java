package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ProjectionHead;
import coretuning.backbone.ResNet;
import coretuning.objective.InfoNce;
import coretuning.spec.Architecture;
import coretuning.spec.PretrainSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// MoCo-v2 (Chen et al. 2020): a query is to find the key of its image's other view among a queue
/// of older keys, made by an encoder that follows the query encoder slowly.
///
/// On several devices MoCo shuffles the keys' batches, lest BatchNorm statistics betray which key
/// belongs to which query. On one device the keys pass their encoder in shuffled groups instead, so
/// that no key shares its statistics with just the images of its query.
public final class MomentumContrast {
  private final PretrainSpec.MocoV2 spec;
  private final Encoder query;
  private final Encoder key;
  private final KeyQueue queue;
  private final NDManager manager;
  private final List<NDArray> pending = new ArrayList<>();

  /// Fresh encoders, equal to each other, and a random queue.
  ///
  /// @param manager owns all state
  public MomentumContrast(
      PretrainSpec.MocoV2 spec,
      Architecture architecture,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    this.spec = spec;
    this.manager = manager;
    query = encoder(architecture, manager, type, random);
    key = encoder(architecture, manager, type, random);
    follow(0);
    queue = new KeyQueue(spec.queueSize(), spec.projectionSize(), manager, type, random);
  }

  private Encoder encoder(
      Architecture architecture, NDManager manager, DataType type, RandomGenerator random) {
    var backbone = new ResNet(architecture, manager, type, random);
    return new Encoder(
        backbone,
        new ProjectionHead(backbone.featureSize(), spec.projectionSize(), manager, type, random));
  }

  /// What one batch gives.
  ///
  /// @param loss InfoNCE, a scalar on the graph
  /// @param logits `[N, 1 + Q]`, own key first
  public record Contrast(NDArray loss, NDArray logits) {}

  /// Contrasts two views of the same images. The key encoder first follows the query encoder, as in
  /// MoCo.
  ///
  /// @param first `[N, 3, H, W]` the queries' views
  /// @param second `[N, 3, H, W]` the keys' views
  /// @param random chooses the groups of keys
  public Contrast contrast(NDArray first, NDArray second, RandomGenerator random) {
    NDArray keys =
        Autograd.withoutRecording(() -> {
          follow(spec.keyMomentum());
          return encodeInGroups(second, random);
        });
    NDArray logits = InfoNce.logits(query.encode(first), keys, queue.keys(), spec.temperature());
    keys.attach(manager);
    pending.add(keys);
    return new Contrast(InfoNce.loss(logits), logits);
  }

  private NDArray encodeInGroups(NDArray images, RandomGenerator random) {
    int count = Math.toIntExact(images.getShape().get(0));
    // Statistics of fewer than two images are none.
    int groups = Math.min(spec.batchNormGroups(), count / 2);
    if (groups <= 1) {
      return key.encode(images);
    }
    long[] order = permutation(count, random);
    var back = new long[count];
    for (int place = 0; place < count; place++) {
      back[(int) order[place]] = place;
    }
    NDManager scratch = images.getManager();
    NDArray shuffled = images.get(new NDIndex("{}", scratch.create(order)));
    var encoded = new NDList();
    for (int group = 0; group < groups; group++) {
      int from = count * group / groups;
      int to = count * (group + 1) / groups;
      encoded.add(key.encode(shuffled.get(new NDIndex(from + ":" + to))));
    }
    return NDArrays.concat(encoded, 0).get(new NDIndex("{}", scratch.create(back)));
  }

  private static long[] permutation(int count, RandomGenerator random) {
    var order = new long[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /// Moves the key encoder towards the query encoder: k <- m k + (1 - m) q. BatchNorm's running
  /// statistics are the key encoder's own, as in MoCo.
  private void follow(double momentum) {
    Parameters from = query.parameters();
    Parameters to = key.parameters();
    try (NDManager scratch = manager.newSubManager()) {
      for (String name : to.trainableNames()) {
        NDArray step = from.get(name).mul(1 - momentum);
        step.attach(scratch);
        to.get(name).muli(momentum).addi(step);
      }
    }
  }

  /// Puts the keys of the batches contrasted since the last call into the queue. To be called after
  /// the backward pass, which still needs the queue as it was.
  public void enqueueKeys() {
    for (NDArray keys : pending) {
      queue.enqueue(keys);
      keys.close();
    }
    pending.clear();
  }

  /// Weights to learn: the query encoder's.
  public Parameters learnt() {
    return query.parameters();
  }

  /// Encoders, queue and pointer, under the names of MoCo's own files.
  public Parameters state() {
    var all = new Parameters();
    all.addAll("encoder_q.", query.parameters());
    all.addAll("encoder_k.", key.parameters());
    queue.addTo(all);
    return all;
  }

  /// The query encoder's backbone: what pre-training is for.
  public ResNet backbone() {
    return query.backbone();
  }
}
