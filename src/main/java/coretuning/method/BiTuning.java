package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.LinearHead;
import coretuning.backbone.ResNet;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.SharedContrast;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.MovingAverage;
import coretuning.tensor.Parameters;
import java.util.Optional;

/// Bi-tuning (Zhong et al. 2020): L = L_ce + t (L_cce + L_ccl).
///
/// A key encoder, backbone and projection, follows the query encoder with momentum m and encodes a
/// second view of each image; the newest K keys of each class are kept. With h the unit row of
/// [feature; 1], z the unit projection and w_y the unit row of the classifier's weights and bias of
/// the image's class:
///
/// ```text
/// L_cce: softmax over keys of  h_k . w_y / T    own key: h of the query, with gradient
/// L_ccl: softmax over keys of  z . z_k / T      own key: z of the key encoder
/// ```
///
/// Either is the divergence of the uniform distribution over the own key and the K keys of the
/// class from that softmax. As in the Transfer-Learning-Library the classifier's rows carry no
/// gradient in L_cce, and the key encoder moves before it encodes, with BatchNorm statistics of its
/// own.
///
/// Comparability: the library learns the classifier at ten times the rate of backbone and
/// projection, here classifier and projection share the head factor; and it puts a batch's keys
/// into the queue of h before L_cce reads it, here both queues change after the batch. Two views
/// make a step about twice as dear to load and half as dear again to compute.
final class BiTuning implements Method {
  private final MethodSpec.BiTuning spec;
  private final ResNet query;
  private final ResNet key;
  private final LinearHead projection;
  private final LinearHead keyProjection;
  private final ClassQueues queues;
  private final Parameters heads = new Parameters();
  private Optional<Keys> pending = Optional.empty();

  /// What the key encoder says of one batch.
  ///
  /// @param features `[N, D + 1]` h, unit rows
  /// @param projections `[N, P]` z, unit rows
  /// @param labels `[N]`
  record Keys(NDArray features, NDArray projections, int[] labels) {}

  BiTuning(MethodSpec.BiTuning spec, Foundation foundation) {
    this.spec = spec;
    query = foundation.backbone();
    key = query.copy(foundation.manager());
    projection = projection(foundation);
    keyProjection = projection(foundation);
    keyProjection.parameters().copyFrom(projection.parameters());
    queues =
        new ClassQueues(
            spec.queueSize(), query.featureSize() + 1, spec.projectionSize(), foundation);
    heads.addAll("projection.", projection.parameters());
  }

  private LinearHead projection(Foundation foundation) {
    return new LinearHead(
        foundation.featureSize(),
        spec.projectionSize(),
        foundation.manager(),
        foundation.type(),
        foundation.random());
  }

  @Override
  public Parameters heads() {
    return heads;
  }

  @Override
  public Parameters memory() {
    var memory = new Parameters();
    memory.addAll("key.", key.parameters());
    memory.addAll("key.projection.", keyProjection.parameters());
    queues.addTo(memory);
    return memory;
  }

  @Override
  public int views() {
    return 2;
  }

  @Override
  public StepOutcome loss(StepInput in) {
    Keys keys = Autograd.withoutRecording(() -> encode(in.pass().views().get(1), in.labels()));
    pending = Optional.of(keys);
    return objective(in.features(), keys, in.classifier());
  }

  private Keys encode(NDArray images, int[] labels) {
    NDManager step = images.getManager();
    MovingAverage.follow(query.parameters(), key.parameters(), spec.keyMomentum(), step);
    MovingAverage.follow(
        projection.parameters(), keyProjection.parameters(), spec.keyMomentum(), step);
    return keys(key.features(images, true), labels);
  }

  /// Keys of features of the key encoder's backbone.
  ///
  /// @param features `[N, D]`
  Keys keys(NDArray features, int[] labels) {
    return new Keys(extended(features), Cosine.unitRows(keyProjection.project(features)), labels);
  }

  /// The objective once the keys are known: a function of the features and the weights.
  ///
  /// @param features `[N, D]` of the query encoder, with gradient
  StepOutcome objective(NDArray features, Keys keys, Classifier classifier) {
    int[] labels = keys.labels();
    NDArray logits = classifier.logits(features);
    NDArray positives = queues.positives(features, labels);
    return StepOutcome.of(
        logits,
        new Addend("cross-entropy", 1, CrossEntropy.ofLabels(logits, labels)),
        new Addend(
            "classifier contrast",
            spec.tradeOff(),
            SharedContrast.loss(ofClassifier(features, labels, classifier), positives)),
        new Addend(
            "projection contrast",
            spec.tradeOff(),
            SharedContrast.loss(ofProjections(features, keys), positives)));
  }

  /// L_cce's logits.
  private NDArray ofClassifier(NDArray features, int[] labels, Classifier classifier) {
    NDArray classes =
        CrossEntropy.oneHot(
            features.getManager(), labels, classifier.classes(), features.getDataType());
    NDArray own = classes.matMul(Cosine.unitRows(classifier.rows(features))); // [N, D + 1] w_y
    return SharedContrast.logits(
        Cosine.rowwise(extended(features), own),
        Cosine.similarities(own, queues.features()),
        spec.temperature());
  }

  /// L_ccl's logits.
  private NDArray ofProjections(NDArray features, Keys keys) {
    NDArray z = Cosine.unitRows(projection.project(features));
    return SharedContrast.logits(
        Cosine.rowwise(z, keys.projections()),
        Cosine.similarities(z, queues.projections()),
        spec.temperature());
  }

  /// The unit rows of [feature; 1].
  private static NDArray extended(NDArray features) {
    NDArray ones =
        features
            .getManager()
            .ones(new Shape(features.getShape().get(0), 1), features.getDataType());
    return Cosine.unitRows(features.concat(ones, 1));
  }

  @Override
  public void afterBackward() {
    pending.ifPresent(keys -> queues.enqueue(keys.features(), keys.projections(), keys.labels()));
    pending = Optional.empty();
  }
}
