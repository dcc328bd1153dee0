package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.analysis.BatchAnalysis;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.RandomStream;
import coretuning.method.Method;
import coretuning.method.Pass;
import coretuning.method.StepInput;
import coretuning.method.StepOutcome;
import coretuning.method.TrainingImages;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.result.GradientNorm;
import coretuning.result.StepDiagnostics;
import coretuning.spec.TrainSpec;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.transform.Batch;
import coretuning.transform.BatchIterator;
import coretuning.transform.BatchLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Fine-tunes backbone and classifier by a [Method].
public final class FineTuner implements Learner {
  private static final int MOST_MEASURED_EPOCHS = 50;

  private final ResNet backbone;
  private final Classifier classifier;
  private final Method method;
  private final TrainSpec spec;
  private final long seed;
  private boolean measuresGradients;

  /// @param spec learning rates and length of the run
  /// @param seed of the method's random numbers
  public FineTuner(
      ResNet backbone, Classifier classifier, Method method, TrainSpec spec, long seed) {
    this.backbone = backbone;
    this.classifier = classifier;
    this.method = method;
    this.spec = spec;
    this.seed = seed;
  }

  @Override
  public List<ParameterGroup> groups() {
    boolean decays = method.decaysWeights();
    double heads = spec.headLearningRateFactor();
    return List.of(
        new ParameterGroup(backbone.parameters(), 1, decays),
        new ParameterGroup(classifier.parameters(), heads, decays),
        new ParameterGroup(method.heads(), heads, true));
  }

  @Override
  public Parameters state() {
    Parameters all = networks();
    all.addAll("memory.", method.memory());
    return all;
  }

  private Parameters networks() {
    var all = new Parameters();
    all.addAll("", backbone.parameters());
    all.addAll("", classifier.parameters());
    all.addAll("", method.heads());
    return all;
  }

  @Override
  public boolean beforeTraining(NDManager manager, BatchLoader loader, Watch watch) {
    return method.beforeTraining(
        new TrainingImages() {
          @Override
          public void show(int epoch, int most, Viewer viewer) {
            try (BatchIterator batches = loader.iterator(epoch, 0)) {
              for (int shown = 0; shown < most && batches.hasNext(); shown++) {
                Batch batch = batches.next();
                try (NDManager scratch = manager.newSubManager()) {
                  viewer.see(views(scratch, batch).getFirst(), batch.labels());
                }
              }
            }
          }

          @Override
          public boolean goOn(long done, long total) {
            return watch.goOn(done, total);
          }
        });
  }

  @Override
  public void enterEpoch(int epoch, boolean fresh) {
    measuresGradients = fresh && epoch % gradientInterval(spec.epochs()) == 0;
    if (fresh) {
      method.beforeEpoch(
          epoch, spec.epochs(), RandomStream.of(seed, Purpose.EPOCH_START.key(), epoch));
    }
  }

  /// Epochs between two measurements of gradient norms: each costs a pass through the backbone,
  /// much in a run of many epochs of few batches.
  static int gradientInterval(int epochs) {
    return (epochs + MOST_MEASURED_EPOCHS - 1) / MOST_MEASURED_EPOCHS;
  }

  @Override
  public int batchesPerLoss() {
    return method.batchesPerLoss(spec.accumulationSteps());
  }

  @Override
  public Step forward(NDManager manager, List<Batch> batches, long step) {
    List<GradientNorm> gradients =
        measuresGradients
            ? new GradientNorms(method, networks())
                .measure(manager, () -> input(manager, batches, step))
            : List.of();
    measuresGradients = false;
    StepInput in = input(manager, batches, step);
    StepOutcome outcome = method.loss(in);
    NDArray loss = outcome.loss();
    double value = Transfer.toDouble(loss);
    return new Step(
        loss,
        value,
        outcome.terms(),
        Hits.count(outcome.logits(), in.labels()),
        outcome.pairs(),
        outcome.weights(),
        // The loop ends a run whose loss is no number, and says why.
        Double.isFinite(value)
            ? Optional.of(diagnostics(in, outcome, gradients))
            : Optional.empty());
  }

  /// Random numbers of the step from their beginning, however often it is asked for.
  private StepInput input(NDManager manager, List<Batch> batches, long step) {
    return new StepInput(
        Pass.joined(batches.stream().map(batch -> pass(manager, batch)).toList()),
        joined(batches, Batch::labels),
        joined(batches, Batch::ids),
        classifier,
        RandomStream.of(seed, Purpose.MIXING.key(), step),
        step);
  }

  private StepDiagnostics diagnostics(
      StepInput in, StepOutcome outcome, List<GradientNorm> gradients) {
    NDArray z = in.features().stopGradient();
    double[] products = Transfer.toDoubles(Cosine.similarities(z, z));
    var analysis = new BatchAnalysis(products, in.labels(), in.samples());
    return new StepDiagnostics(
        Transfer.toDouble(CrossEntropy.ofLabels(outcome.logits(), in.labels())),
        in.labels().length,
        analysis.withoutPositive(),
        analysis.mining(outcome.pairs(), method.clippedAt()),
        analysis.similarities(outcome.pairs()),
        gradients);
  }

  private static int[] joined(List<Batch> batches, Function<Batch, int[]> part) {
    return batches.stream().map(part).flatMapToInt(Arrays::stream).toArray();
  }

  private Pass pass(NDManager manager, Batch batch) {
    List<NDArray> views = views(manager, batch);
    List<NDArray> maps = backbone.stageMaps(views.getFirst(), true);
    return new Pass(views, maps, ResNet.pool(maps.getLast()));
  }

  private static List<NDArray> views(NDManager manager, Batch batch) {
    int size = batch.imageSize();
    var shape = new Shape(batch.size(), 3, size, size);
    return batch.views().stream().map(view -> Transfer.toDevice(manager, view, shape)).toList();
  }

  @Override
  public void afterBackward() {
    method.afterBackward();
  }
}
