package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ProjectionHead;
import coretuning.objective.ContrastSets;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.FocalContrastive;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.PairMixing;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// Core-tuning (Zhang et al., NeurIPS 2021): L = L_ce^m + eta L_con^f.
///
/// Hard pairs are mined in the batch and mixed into one synthetic positive z+ and one synthetic
/// negative z- for each anchor (Eq 3 and 4). The classifier learns from originals and both
/// synthetic sets, the mean over all 3N (mixed cross-entropy); the projections v of originals, z+
/// and z- are contrasted (Eq 5). Anchors are the originals; P_i is the anchor's class plus its own
/// z+, A_i all other originals plus its own z+ and z-.
///
/// Mining looks at cosines of raw features and carries no gradient; all else does. The released
/// code detaches the originals, and finds positives by comparing encoded mixed labels, so that its
/// z+ mostly act as negatives of everyone; here the roles are as the paper states them.
///
/// A batch of one class holds no negative: no pair can be made and there is nothing to contrast.
/// Its loss is the cross-entropy of the originals, its contrastive term an empty sum, and its lists
/// of pairs and weights are empty. The paper does not speak of it.
final class CoreTuning implements Method {
  private final MethodSpec.CoreTuning spec;
  private final int classes;
  private final ProjectionHead projection;
  private final Parameters heads = new Parameters();

  CoreTuning(
      MethodSpec.CoreTuning spec,
      int featureSize,
      int classes,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    this.spec = spec;
    this.classes = classes;
    projection = new ProjectionHead(featureSize, spec.projectionSize(), manager, type, random);
    heads.addAll("projection.", projection.parameters());
  }

  CoreTuning(MethodSpec.CoreTuning spec, Foundation foundation) {
    this(
        spec,
        foundation.featureSize(),
        foundation.classes(),
        foundation.manager(),
        foundation.type(),
        foundation.random());
  }

  @Override
  public Parameters heads() {
    return heads;
  }

  @Override
  public OptionalDouble clippedAt() {
    return OptionalDouble.of(spec.lambdaThreshold());
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray units = Cosine.unitRows(in.features().stopGradient());
    double[] cosines = Transfer.toDoubles(Cosine.similarities(units, units));
    Optional<Mining> mined = Mining.of(cosines, in.labels(), in.random());
    if (mined.isEmpty()) {
      return withoutPairs(in);
    }
    Mining mining = mined.get();
    var factors =
        MixingFactors.draw(mining.size(), spec.alpha(), spec.lambdaThreshold(), in.random());
    Objective objective = objective(in.features(), in.labels(), in.classifier(), mining, factors);
    return new StepOutcome(
        objective.addends(),
        objective.logits().stopGradient(),
        pairs(in, mining, factors, cosines),
        weights(in, objective.focal()));
  }

  /// The loss and its parts.
  ///
  /// @param addends L_ce^m and, weighted by eta, L_con^f
  /// @param focal L_con^f
  /// @param logits `[N, K]` of the originals
  record Objective(List<Addend> addends, FocalContrastive focal, NDArray logits) {}

  /// The objective once pairs and factors are chosen: a function of the features and the weights.
  ///
  /// @param z `[N, D]` raw features
  Objective objective(
      NDArray z, int[] labels, Classifier classifier, Mining mining, MixingFactors factors) {
    NDManager manager = z.getManager();
    DataType type = z.getDataType();
    NDArray y = CrossEntropy.oneHot(manager, labels, classes, type);
    PairMixing mixed = PairMixing.of(z, y, mining, factors);

    NDArray all = rows(z, mixed.positives(), mixed.negatives()); // [3N, D]
    NDArray targets = rows(y, mixed.positiveTargets(), mixed.negativeTargets()); // [3N, K]
    NDArray logits = classifier.logits(all); // [3N, K]
    NDArray mixedCrossEntropy = CrossEntropy.ofTargets(logits, targets);

    NDList v = contrastive(all).split(3); // three [N, P]
    NDArray similarities =
        NDArrays.concat(
            new NDList(
                Cosine.similarities(v.get(0), v.get(0)),
                Cosine.rowwise(v.get(0), v.get(1)),
                Cosine.rowwise(v.get(0), v.get(2))),
            1); // [N, N + 2]
    var focal =
        FocalContrastive.of(
            similarities,
            ContrastSets.withOwnPairs(manager, labels, type),
            spec.temperature(),
            spec.focalExponent());

    return new Objective(
        addends(mixedCrossEntropy, focal.loss()), focal, logits.split(3).getFirst());
  }

  /// Contrastive features v = G_c(z) / ||G_c(z)||.
  ///
  /// @param z `[M, D]`
  /// @return `[M, P]` unit rows
  NDArray contrastive(NDArray z) {
    return Cosine.unitRows(projection.project(z));
  }

  private static NDArray rows(NDArray originals, NDArray positives, NDArray negatives) {
    return NDArrays.concat(new NDList(originals, positives, negatives), 0);
  }

  private StepOutcome withoutPairs(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    NDArray loss = CrossEntropy.ofLabels(logits, in.labels());
    return new StepOutcome(
        addends(loss, Transfer.scalarLike(loss, 0)), logits.stopGradient(), List.of(), List.of());
  }

  private List<Addend> addends(NDArray mixedCrossEntropy, NDArray focalContrastive) {
    return List.of(
        new Addend("mixed cross-entropy", 1, mixedCrossEntropy),
        new Addend("focal contrastive", spec.eta(), focalContrastive));
  }

  private static List<HardPair> pairs(
      StepInput in, Mining mining, MixingFactors factors, double[] cosines) {
    int n = mining.size();
    int[] samples = in.samples();
    var pairs = new ArrayList<HardPair>(n);
    for (int i = 0; i < n; i++) {
      int hardPositive = mining.hardPositive()[i];
      int hardNegative = mining.hardNegative()[i];
      int randomNegative = mining.randomNegative()[i];
      pairs.add(
          new HardPair(
              in.step(),
              samples[i],
              samples[hardPositive],
              samples[hardNegative],
              samples[randomNegative],
              factors.positive()[i],
              factors.negative()[i],
              cosines[i * n + hardPositive],
              cosines[i * n + hardNegative],
              cosines[i * n + randomNegative]));
    }
    return pairs;
  }

  private static List<FocalWeight> weights(StepInput in, FocalContrastive focal) {
    double[] weights = Transfer.toDoubles(focal.anchorWeights());
    double[] losses = Transfer.toDoubles(focal.anchorLosses());
    var rows = new ArrayList<FocalWeight>(weights.length);
    for (int i = 0; i < weights.length; i++) {
      rows.add(new FocalWeight(in.samples()[i], in.labels()[i], weights[i], losses[i]));
    }
    return rows;
  }
}
