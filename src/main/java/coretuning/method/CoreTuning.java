package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ProjectionHead;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.FocalContrastive;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.PairMixing;
import coretuning.result.HardPair;
import coretuning.spec.CoreTuningParts;
import coretuning.spec.CoreTuningReading;
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
/// Mining looks at cosines of raw features and carries no gradient; all else does. A batch of one
/// class holds no negative: no pair can be made and there is nothing to contrast. Its loss is the
/// cross-entropy of the originals, its contrastive term an empty sum, and its lists of pairs and
/// weights are empty. The paper does not speak of it.
///
/// That is the paper. The released code (commit f70e1bf) differs; [CoreReading] asks for each
/// difference that bears on a loss: detached originals; hard pairs by zero masks, row 0 replaced by
/// the anchor; partners from one shuffle; positives by equal mixed labels, float32 collisions
/// included, with all 3N as anchors; division by all columns. With all of them its numbers are
/// reproduced. Of its other differences
///
/// - a NaN loss replaced by 0 is not reproduced: it hides a diverged run. A batch without any
///   positive, which is what yields NaN there, is an empty sum here;
/// - label codes that overflow beyond 18 classes are not reproduced: labels are compared
///   themselves;
/// - the second forward pass for the training accuracy is not: it moves BatchNorm's statistics
///   twice and costs as much as the first. Accuracy is read from the logits of the loss;
/// - gradients of an epoch's last, incomplete group that leak into the next epoch, unseeded draws,
///   a learning-rate log that never changes, selection on test images, a contrastive term in the
///   test loss, and weights that silently do not load are faults of that program, not of the
///   method;
/// - batch size, input statistics, a classifier without bias and raw features for mixing are
///   settings, or the same here;
/// - that only CIFAR is covered says nothing of the method.
final class CoreTuning implements Method {
  private final MethodSpec.CoreTuning spec;
  private final CoreTuningParts parts;
  private final CoreReading reading;
  private final int classes;
  private final Optional<ProjectionHead> projection;
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
    parts = spec.parts();
    reading = new CoreReading(spec.reading());
    projection =
        parts.contrastiveTerm() && parts.projectionHead()
            ? Optional.of(
                new ProjectionHead(featureSize, spec.projectionSize(), manager, type, random))
            : Optional.empty();
    projection.ifPresent(head -> heads.addAll("projection.", head.parameters()));
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
  public int batchesPerLoss(int accumulationSteps) {
    return reading.batchesPerLoss(accumulationSteps);
  }

  @Override
  public OptionalDouble clippedAt() {
    return spec.reading().lambdaBound() == CoreTuningReading.LambdaBound.CLIP
        ? OptionalDouble.of(spec.lambdaThreshold())
        : OptionalDouble.empty();
  }

  @Override
  public StepOutcome loss(StepInput in) {
    if (!parts.hasPairs()) {
      var originals = originals(in.features(), in.labels());
      return outcome(in, objective(originals, in.classifier()), List.of());
    }
    NDArray units = Cosine.unitRows(in.features().stopGradient());
    double[] cosines = Transfer.toDoubles(Cosine.similarities(units, units));
    Optional<Mining> mined = reading.mine(cosines, in.labels(), in.random());
    if (mined.isEmpty()) {
      return withoutPairs(in);
    }
    Mining mining = mined.get();
    var factors = reading.factors(mining.size(), spec.alpha(), spec.lambdaThreshold(), in.random());
    Objective objective = objective(in.features(), in.labels(), in.classifier(), mining, factors);
    return outcome(in, objective, PairRecord.pairs(in, mining, factors, cosines));
  }

  private static StepOutcome outcome(StepInput in, Objective objective, List<HardPair> pairs) {
    return new StepOutcome(
        objective.addends(),
        objective.logits().stopGradient(),
        pairs,
        objective.focal().map(focal -> PairRecord.weights(in, focal)).orElse(List.of()));
  }

  /// The loss and its parts.
  ///
  /// @param addends L_ce^m and, weighted by eta, L_con^f
  /// @param focal L_con^f; empty without contrastive term
  /// @param logits `[N, K]` of the originals
  record Objective(List<Addend> addends, Optional<FocalContrastive> focal, NDArray logits) {}

  /// The objective once pairs and factors are chosen: a function of the features and the weights.
  ///
  /// @param z `[N, D]` raw features
  Objective objective(
      NDArray z, int[] labels, Classifier classifier, Mining mining, MixingFactors factors) {
    Cohorts cohorts = originals(z, labels);
    PairMixing mixed = PairMixing.of(z, cohorts.originalTargets(), mining, factors);
    if (parts.hardPositives()) {
      cohorts.addHardPositives(mixed, mining, factors);
    }
    if (parts.semiHardNegatives()) {
      cohorts.addSemiHardNegatives(mixed, mining, factors);
    }
    return objective(cohorts, classifier);
  }

  private Cohorts originals(NDArray z, int[] labels) {
    NDArray y = CrossEntropy.oneHot(z.getManager(), labels, classes, z.getDataType());
    return new Cohorts(reading.originals(z), y, labels);
  }

  private Objective objective(Cohorts cohorts, Classifier classifier) {
    boolean mixes = parts.mixedCrossEntropy();
    NDArray all = cohorts.features(); // [3N, D]
    NDArray logits = classifier.logits(mixes ? all : cohorts.originals()); // [3N, K]
    NDArray crossEntropy =
        CrossEntropy.ofTargets(logits, mixes ? cohorts.targets() : cohorts.originalTargets());
    Optional<FocalContrastive> focal =
        parts.contrastiveTerm()
            ? Optional.of(focalContrastive(contrastive(all), cohorts))
            : Optional.empty();
    return new Objective(
        addends(crossEntropy, focal.map(FocalContrastive::loss)),
        focal,
        mixes ? cohorts.split(logits).getFirst() : logits);
  }

  private FocalContrastive focalContrastive(NDArray v, Cohorts cohorts) {
    CoreReading.Contrast contrast = reading.contrast(v, cohorts, classes);
    return FocalContrastive.of(
        contrast.similarities(),
        contrast.sets(),
        new FocalContrastive.Form(
            spec.temperature(),
            spec.focalExponent(),
            parts.focalDetached(),
            reading.dividesByAllColumns()));
  }

  /// Contrastive features v = G_c(z) / ||G_c(z)||; without projection head, z / ||z||.
  ///
  /// @param z `[M, D]`
  /// @return `[M, P]` unit rows
  NDArray contrastive(NDArray z) {
    return Cosine.unitRows(projection.map(head -> head.project(z)).orElse(z));
  }

  private StepOutcome withoutPairs(StepInput in) {
    NDArray logits = in.classifier().logits(reading.originals(in.features()));
    NDArray loss = CrossEntropy.ofLabels(logits, in.labels());
    Optional<NDArray> nothing =
        parts.contrastiveTerm() ? Optional.of(Transfer.scalarLike(loss, 0)) : Optional.empty();
    return new StepOutcome(addends(loss, nothing), logits.stopGradient(), List.of(), List.of());
  }

  private List<Addend> addends(NDArray crossEntropy, Optional<NDArray> focalContrastive) {
    var addends = new ArrayList<Addend>();
    String name = parts.mixedCrossEntropy() ? "mixed cross-entropy" : "cross-entropy";
    addends.add(new Addend(name, 1, crossEntropy));
    focalContrastive.ifPresent(
        loss -> addends.add(new Addend("focal contrastive", spec.eta(), loss)));
    return addends;
  }
}
