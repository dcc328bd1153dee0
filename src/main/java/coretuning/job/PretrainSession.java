package coretuning.job;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.checkpoint.BackboneFile;
import coretuning.data.Dataset;
import coretuning.data.Decoding;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.eval.Evaluator;
import coretuning.eval.Inference;
import coretuning.pretrain.MomentumContrast;
import coretuning.result.BackboneOrigin;
import coretuning.result.EpochMetrics;
import coretuning.result.Probe;
import coretuning.result.Provenance;
import coretuning.result.RunControl;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import coretuning.tensor.Compute;
import coretuning.train.ContrastivePretrainer;
import coretuning.train.Position;
import coretuning.train.Purpose;
import coretuning.train.TrainingLoop;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Data, encoders and arrays of one pre-training run, from opening to closing.
final class PretrainSession implements AutoCloseable {
  private static final int LOADER_THREADS = 2;
  private static final int VIEWS = 2;
  private static final String UNPROBED =
      "the images have no classes, or no test images: no probe says what the features are worth";

  private final Pretraining pretraining;
  private final Compute compute;
  private final NDManager manager;
  private final Dataset dataset;
  private final Split split;
  private final MomentumContrast contrast;
  private final Evaluator probe;
  private final LookedAtQueries queries;
  private final int probeBank;

  private PretrainSession(
      Pretraining pretraining, Compute compute, Dataset dataset, Split split, NDManager manager) {
    this.pretraining = pretraining;
    this.compute = compute;
    this.manager = manager;
    this.dataset = dataset;
    this.split = split;
    contrast =
        new MomentumContrast(
            pretraining.method(),
            pretraining.architecture(),
            manager,
            DataType.FLOAT32,
            RandomStream.of(pretraining.seed(), Purpose.BACKBONE.key()));
    queries = new LookedAtQueries(pretraining, contrast, dataset, split, manager);
    Split bank = ProbeBank.of(split, ProbeBank.STANDARD, pretraining.seed());
    probeBank = bank.train().length;
    var inference =
        new Inference(
            contrast.backbone(),
            Optional.empty(),
            dataset,
            Pipeline.evaluation(pretraining.data()),
            manager);
    probe =
        new Evaluator(
            inference,
            dataset,
            bank,
            pretraining.recording(),
            pretraining.seed(),
            Purpose.RECORDED_SAMPLES.key());
  }

  /// Opens data and device.
  ///
  /// @return empty if `decoding` ended it
  /// @throws coretuning.result.Problem if one of them is not as the run needs it
  static Optional<PretrainSession> open(Pretraining pretraining, Path cache, Decoding decoding) {
    return RunData.open(pretraining, cache, decoding).map(opened -> of(pretraining, opened));
  }

  private static PretrainSession of(Pretraining pretraining, RunData opened) {
    Compute compute = Compute.start(pretraining.device());
    NDManager manager = NDManager.newBaseManager(compute.device());
    try {
      return new PretrainSession(pretraining, compute, opened.dataset(), opened.split(), manager);
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
  }

  Provenance provenance() {
    return Origins.of(pretraining, compute, dataset, Optional.empty());
  }

  /// Trains from the start, or from the folder's checkpoint if it has one, then writes the
  /// backbone.
  ///
  /// @return whether the last epoch was reached
  boolean train(RunFolder folder, RunJournal journal, RunControl control, String command) {
    journal.note(compute.description() + ": " + compute.reason());
    var plan =
        BatchPlan.training(
            pretraining.train().batchSize(), VIEWS, pretraining.seed(), LOADER_THREADS);
    var pipeline = Pipeline.of(pretraining.train().augmentation(), pretraining.data());
    var loader = new BatchLoader(dataset, split.train(), pipeline, plan);
    var watch =
        new LoopWatch(
            folder,
            journal,
            pretraining.train(),
            split.train().length,
            (metrics, tally) -> observe(metrics, journal));
    var learner =
        new ContrastivePretrainer(
            contrast,
            pretraining.method(),
            loader.batchesPerEpoch(),
            isLabelled(),
            pretraining.seed());
    // Before anything is restored: the figure of the fresh weights belongs to every session.
    Optional<Probe> before = probe(0);
    var loop = new TrainingLoop(learner, pretraining.train(), loader, manager, watch);
    if (Files.exists(folder.checkpoint())) {
      loop.restore(folder.checkpoint());
      journal.note("resumed after %d batches".formatted(loop.position().step()));
    }
    // Without a checkpoint too: a run that was killed in its first epoch has left rows.
    folder.truncateAfter(loop.position().step(), loop.position().epoch());
    // A run that was killed in its first epoch has that row already.
    if (folder.probes().isEmpty()) {
      before.ifPresentOrElse(journal::probe, () -> journal.note(UNPROBED));
    }
    if (loop.position().equals(Position.START)) {
      DataNotes.tell(dataset, folder, journal);
    }
    boolean learnt = loop.run(control);
    loop.save(folder.checkpoint());
    if (learnt) {
      writeBackbone(folder, journal, before.map(Probe::knn), command);
    }
    return learnt;
  }

  private EpochMetrics observe(EpochMetrics metrics, RunJournal journal) {
    boolean due =
        metrics.epoch() % pretraining.recording().every() == 0
            || metrics.epoch() == pretraining.train().epochs();
    if (!due) {
      return metrics;
    }
    Optional<Probe> seen = probe(metrics.epoch());
    seen.ifPresent(journal::probe);
    journal.queries(queries.look(metrics.epoch()));
    return seen.map(each -> metrics.withValidation(each.knn())).orElse(metrics);
  }

  /// Empty where the images have no classes, or none is kept for tests.
  private Optional<Probe> probe(int epoch) {
    return isLabelled() && split.test().length > 0
        ? Optional.of(
            probe.probe(
                epoch, RandomStream.of(pretraining.seed(), Purpose.LINEAR_PROBE.key(), epoch)))
        : Optional.empty();
  }

  private boolean isLabelled() {
    return dataset.classCount() > 1;
  }

  private void writeBackbone(
      RunFolder folder, RunJournal journal, Optional<Double> knnBefore, String command) {
    BackboneFile.write(
        folder.backbone(),
        contrast.backbone(),
        // Sorted: the order of Map.of changes from start to start, the file must not.
        new TreeMap<>(
            Map.of(
                "architecture", pretraining.architecture().label(),
                "method", pretraining.methodTitle(),
                "epochs", Integer.toString(pretraining.train().epochs()),
                "seed", Long.toString(pretraining.seed()))));
    Optional<Double> knnAfter =
        folder.probes().stream().reduce((earlier, later) -> later).map(Probe::knn);
    folder.write(
        new BackboneOrigin(
            BackboneFile.sha256(folder.backbone()),
            knnBefore,
            knnAfter,
            probeBank,
            command,
            folder.provenance().orElseGet(this::provenance),
            pretraining));
    journal.note("backbone in " + folder.backbone());
  }

  @Override
  public void close() {
    manager.close();
  }
}
