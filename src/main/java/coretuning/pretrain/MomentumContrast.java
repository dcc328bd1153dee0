package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ResNet;
import coretuning.objective.Cosine;
import coretuning.objective.InfoNce;
import coretuning.objective.SyntheticNegatives;
import coretuning.result.QuerySnapshot;
import coretuning.spec.Architecture;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.MovingAverage;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// MoCo (He et al. 2020), MoCo-v2 (Chen et al. 2020) and MoCHi (Kalantidis et al. 2020): a query is
/// to find the key of its image's other view among a queue of older keys, made by an encoder that
/// follows the query encoder slowly. MoCHi adds negatives mixed from the hardest of them.
///
/// On several devices MoCo shuffles the keys' batches, lest BatchNorm statistics betray which key
/// belongs to which query. On one device the keys pass their encoder in shuffled groups instead, so
/// that no key shares its statistics with just the images of its query.
///
/// The symmetric loss is the mean over both directions. Keys enter the queue after the backward
/// pass, so a query's own key is never among its negatives in either.
public final class MomentumContrast {
  private static final int LEAST_LOOKED_AT = 256;
  private static final int MOST_LOOKED_AT = 1024;

  private final MomentumSpec spec;
  private final Optional<SynthesisSpec> synthesis;
  private final Encoder query;
  private final Encoder key;
  private final KeyQueue queue;
  private final NDManager manager;
  private final List<Pending> pending = new ArrayList<>();

  private record Pending(NDArray keys, Origin origin) {}

  /// Fresh encoders, equal to each other, and a random queue.
  ///
  /// @param manager owns all state
  public MomentumContrast(
      PretrainSpec method,
      Architecture architecture,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    spec = method.momentum();
    synthesis =
        method instanceof PretrainSpec.Mochi mochi
            ? Optional.of(mochi.synthesis())
            : Optional.empty();
    this.manager = manager;
    query = Encoder.of(method, architecture, manager, type, random);
    key = Encoder.of(method, architecture, manager, type, random);
    follow(0);
    queue = new KeyQueue(spec.queueSize(), spec.projectionSize(), manager, type, random);
  }

  /// What one batch gives.
  ///
  /// @param loss InfoNCE, a scalar on the graph
  /// @param logits `[M, 1 + Q + S]` own key first, then the queue, then synthetic negatives if
  ///   there are; M = N, or 2 N if the loss is symmetric
  /// @param queries `[N, P]` unit rows of the first direction, without gradient
  /// @param keys `[N, P]` their own keys, likewise; closed once they have entered the queue
  /// @param parents of the synthetic negatives, one for each direction; empty without synthesis
  public record Contrast(
      NDArray loss, NDArray logits, NDArray queries, NDArray keys, List<Parents> parents) {
    public Contrast {
      parents = List.copyOf(parents);
    }
  }

  /// Contrasts two views of the same images. The key encoder first follows the query encoder, as in
  /// MoCo.
  ///
  /// @param first `[N, 3, H, W]` the queries' views
  /// @param second `[N, 3, H, W]` the keys' views
  /// @param origin of the images, for the class oracle and the analysis
  /// @param synthesising whether the warm-up is over; without effect but in MoCHi
  /// @param random chooses the groups of keys and the parents of synthetic negatives
  public Contrast contrast(
      NDArray first, NDArray second, Origin origin, boolean synthesising, RandomGenerator random) {
    Autograd.withoutRecording(() -> {
      follow(spec.keyMomentum());
      return key;
    });
    var losses = new ArrayList<NDArray>();
    var logits = new NDList();
    var encoded = new NDList();
    var parents = new ArrayList<Parents>();
    List<Direction> directions =
        spec.symmetric()
            ? List.of(new Direction(first, second), new Direction(second, first))
            : List.of(new Direction(first, second));
    for (Direction each : directions) {
      NDArray keys = Autograd.withoutRecording(() -> encodeKeys(each.keys(), random));
      NDArray queries = query.encode(each.queries());
      NDArray scores = scores(queries, keys, origin.labels(), synthesising, random, parents);
      losses.add(InfoNce.loss(scores));
      logits.add(scores.stopGradient());
      encoded.add(queries.stopGradient());
      keys.attach(manager);
      pending.add(new Pending(keys, origin));
    }
    NDArray sum = losses.stream().reduce(NDArray::add).orElseThrow();
    NDArray mean = losses.size() == 1 ? sum : sum.div(Transfer.scalarLike(sum, losses.size()));
    return new Contrast(
        mean,
        NDArrays.concat(logits, 0),
        encoded.getFirst(),
        pending.get(pending.size() - directions.size()).keys(),
        parents);
  }

  private record Direction(NDArray queries, NDArray keys) {}

  private NDArray encodeKeys(NDArray images, RandomGenerator random) {
    return ShuffledGroups.encode(key, images, spec.batchNormGroups(), random);
  }

  private NDArray scores(
      NDArray queries,
      NDArray keys,
      int[] labels,
      boolean synthesising,
      RandomGenerator random,
      List<Parents> drawn) {
    NDArray own = Cosine.rowwise(queries, keys);
    NDArray negatives = negatives(queries, labels);
    if (synthesising && makesAny()) {
      var hard = new HardNegatives(synthesis.orElseThrow());
      NDArray cosines = negatives.stopGradient();
      NDArray synthetic =
          Autograd.withoutRecording(() -> {
            Parents parents = hard.draw(cosines, random);
            drawn.add(parents);
            return hard.vectors(queries.stopGradient(), queue.keys(), parents);
          });
      negatives = negatives.concat(SyntheticNegatives.cosines(queries, synthetic), 1);
    }
    return InfoNce.logits(own, negatives, spec.temperature());
  }

  /// Cosines of queries and queue, far below -1 where the class oracle rules a key out.
  private NDArray negatives(NDArray queries, int[] labels) {
    NDArray cosines = Cosine.similarities(queries, queue.keys());
    return synthesis.map(SynthesisSpec::classOracle).orElse(false)
        ? cosines.add(
            OwnClass.exclusion(queries.getManager(), labels, queue.labels(), queries.getDataType()))
        : cosines;
  }

  private boolean makesAny() {
    return synthesis.filter(spec -> spec.mixed() + spec.queryMixed() > 0).isPresent();
  }

  /// Looks at single queries among their negatives, and changes nothing: encoders with running
  /// statistics, synthetic negatives as a step would draw them. To be called while no gradient is
  /// recorded.
  ///
  /// @param first `[N, 3, H, W]` the queries' views
  /// @param second `[N, 3, H, W]` the keys' views
  /// @param synthesising whether the warm-up is over; without effect but in MoCHi
  /// @param random chooses the parents of synthetic negatives
  public List<QuerySnapshot.Query> look(
      NDArray first, NDArray second, Origin origin, boolean synthesising, RandomGenerator random) {
    NDArray queries = query.look(first);
    NDArray keys = key.look(second);
    NDArray cosines = negatives(queries, origin.labels());
    Optional<HardNegatives> hard =
        synthesis.filter(spec -> synthesising && makesAny()).map(HardNegatives::new);
    int hardest = synthesis.map(SynthesisSpec::hardest).orElse(0);
    return new QueryLook(queue, Math.clamp(hardest, LEAST_LOOKED_AT, MOST_LOOKED_AT))
        .of(queries, keys, cosines, origin, hard.map(each -> each.draw(cosines, random)));
  }

  /// Moves the key encoder towards the query encoder: k <- m k + (1 - m) q. BatchNorm's running
  /// statistics are the key encoder's own, as in MoCo.
  private void follow(double momentum) {
    MovingAverage.follow(query.parameters(), key.parameters(), momentum, manager);
  }

  /// Puts the keys of the batches contrasted since the last call into the queue. To be called after
  /// the backward pass, which still needs the queue as it was.
  public void enqueueKeys() {
    for (Pending each : pending) {
      queue.enqueue(each.keys(), each.origin());
      each.keys().close();
    }
    pending.clear();
  }

  /// Classes of the keys in the queue, `[Q]`; -1 where unknown. For analysis.
  public long[] keyLabels() {
    return queue.labels();
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
