package coretuning.job;

import ai.djl.ndarray.NDManager;
import coretuning.analysis.SlicedEntropy;
import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.Decoding;
import coretuning.data.Split;
import coretuning.eval.Evaluator;
import coretuning.eval.Inference;
import coretuning.result.Embedding;
import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.Provenance;
import coretuning.result.RunControl;
import coretuning.result.Snapshot;
import coretuning.result.Theory;
import coretuning.spec.DataSpec;
import coretuning.spec.Experiment;
import coretuning.spec.Selection;
import coretuning.store.RunFolder;
import coretuning.tensor.Compute;
import coretuning.train.EpochTally;
import coretuning.train.FineTuner;
import coretuning.train.Position;
import coretuning.train.Purpose;
import coretuning.train.RunCheckpoint;
import coretuning.train.TrainingLoop;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Data, model and arrays of one fine-tuning run, from opening to closing. Opening checks all that
/// can be checked before a folder is made: data, batch size, weights, device.
final class FineTuneSession implements AutoCloseable {
  private static final int LOADER_THREADS = 2;

  private final Experiment experiment;
  private final Compute compute;
  private final NDManager manager;
  private final Dataset dataset;
  private final Split split;
  private final FineTuneModel model;
  private final Evaluator evaluator;

  private FineTuneSession(
      Experiment experiment, Compute compute, Dataset dataset, Split split, NDManager manager) {
    this.experiment = experiment;
    this.compute = compute;
    this.manager = manager;
    this.dataset = dataset;
    this.split = split;
    model = FineTuneModel.build(experiment, dataset.classCount(), manager);
    var inference =
        new Inference(
            model.backbone(),
            Optional.of(model.classifier()),
            dataset,
            Pipeline.evaluation(experiment.data()),
            manager);
    evaluator =
        new Evaluator(
            inference,
            dataset,
            split,
            experiment.recording(),
            experiment.seed(),
            Purpose.RECORDED_SAMPLES.key());
  }

  /// Opens data, device and weights.
  ///
  /// @return empty if `decoding` ended it
  /// @throws Problem if any of them is not as the experiment needs it
  static Optional<FineTuneSession> open(Experiment experiment, Path cache, Decoding decoding) {
    return RunData.open(experiment, cache, decoding).map(opened -> of(experiment, opened));
  }

  private static FineTuneSession of(Experiment experiment, RunData opened) {
    if (experiment.selection() == Selection.BEST_VALIDATION_EPOCH
        && opened.split().validation().length == 0) {
      throw new Problem(
          "no validation image is left to choose the best epoch by",
          experiment.data().root(),
          "raise the validation share or keep the last epoch's weights");
    }
    return build(experiment, opened.dataset(), opened.split());
  }

  /// Opens the weights that are a run's result on data of the caller's choice.
  ///
  /// @throws Problem if the run has no weights, or they do not fit the data's classes
  static FineTuneSession openTrained(
      Experiment experiment, DataSpec data, RunFolder folder, Path cache) {
    Dataset dataset = Datasets.open(data, cache);
    FineTuneSession session =
        build(experiment, dataset, Split.of(dataset, data, experiment.seed()));
    try {
      RunCheckpoint.restoreModel(folder.weights(), session.model.learner(experiment).state());
      return session;
    } catch (RuntimeException | Error failure) {
      session.close();
      throw failure;
    }
  }

  private static FineTuneSession build(Experiment experiment, Dataset dataset, Split split) {
    Compute compute = Compute.start(experiment.device());
    NDManager manager = NDManager.newBaseManager(compute.device());
    try {
      return new FineTuneSession(experiment, compute, dataset, split, manager);
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
  }

  /// Measures a part of the data.
  ///
  /// @throws Problem if the part has no images
  Evaluation evaluate(Part part) {
    if (part == Part.VALIDATION && split.validation().length == 0) {
      throw new Problem(
          "no validation images are held out",
          experiment.data().root(),
          "choose another part or a validation share above 0");
    }
    return evaluator.evaluate(part);
  }

  /// The device and why it was chosen.
  String device() {
    return compute.description() + ": " + compute.reason();
  }

  Provenance provenance() {
    return Origins.of(experiment, compute, dataset, model.weights());
  }

  /// Trains from the start, or from the folder's checkpoint if it has one, then evaluates.
  ///
  /// @return whether the last epoch was reached and everything measured
  boolean train(RunFolder folder, RunJournal journal, RunControl control, Maps maps) {
    journal.note(device());
    var plan =
        BatchPlan.training(
            experiment.train().batchSize(),
            model.method().views(),
            experiment.seed(),
            LOADER_THREADS);
    var pipeline = Pipeline.of(experiment.train().augmentation(), experiment.data());
    var loader = new BatchLoader(dataset, split.train(), pipeline, plan);
    FineTuner learner = model.learner(experiment);
    var kept = new KeptWeights(experiment, folder, learner.state());
    var watch =
        new LoopWatch(
            folder,
            journal,
            experiment.train(),
            split.train().length,
            (metrics, tally) -> {
              EpochMetrics observed = observe(metrics, tally, journal);
              kept.consider(observed);
              return observed;
            });
    var loop = new TrainingLoop(learner, experiment.train(), loader, manager, watch);
    if (Files.exists(folder.checkpoint())) {
      loop.restore(folder.checkpoint());
      journal.note("resumed after %d batches".formatted(loop.position().step()));
    }
    // Without a checkpoint too: a run that was killed in its first epoch has left rows.
    folder.truncateAfter(loop.position().step(), loop.position().epoch());
    if (loop.position().equals(Position.START)) {
      DataNotes.tell(dataset, folder, journal);
      Warnings.before(experiment, classCounts()).forEach(journal::warning);
      keep(evaluator.snapshot(0, List.of(), List.of()), journal);
    }
    boolean learnt = loop.run(control);
    loop.save(folder.checkpoint());
    if (!learnt) {
      return false;
    }
    measure(kept.settle(), folder, journal);
    return draw(maps, folder, journal, control);
  }

  private int[] classCounts() {
    var counts = new int[dataset.classCount()];
    for (int id : split.train()) {
      counts[dataset.label(id)]++;
    }
    return counts;
  }

  private void keep(Snapshot snapshot, RunJournal journal) {
    journal.snapshot(snapshot);
    Embedding embedding = snapshot.embedding();
    SlicedEntropy.Estimate entropy =
        SlicedEntropy.of(
            embedding.features(), embedding.dimension(), embedding.labels(), dataset.classCount());
    journal.theory(
        new Theory(
            snapshot.epoch(),
            snapshot.spread().tightness(),
            snapshot.spread().contrast(),
            entropy.conditional(),
            entropy.marginal()));
  }

  private EpochMetrics observe(EpochMetrics metrics, EpochTally tally, RunJournal journal) {
    int epoch = metrics.epoch();
    if (epoch % experiment.recording().every() == 0 || epoch == experiment.train().epochs()) {
      keep(evaluator.snapshot(epoch, tally.pairs(), tally.weights()), journal);
    }
    return split.validation().length == 0
        ? metrics
        : metrics.withValidation(evaluator.validationTop1());
  }

  /// Measures the weights in place: the one time that the test images are classified for a result.
  private void measure(EpochMetrics chosen, RunFolder folder, RunJournal journal) {
    if (experiment.selection() == Selection.BEST_VALIDATION_EPOCH) {
      journal.note(
          "the result is of epoch %d, the best on the validation images: %.4f"
              .formatted(chosen.epoch(), chosen.validation().orElseThrow()));
    }
    if (!folder.snapshotEpochs().contains(chosen.epoch())) {
      journal.snapshot(evaluator.snapshot(chosen.epoch(), List.of(), List.of()));
    }
    journal.evaluation(evaluator.evaluate(Part.TEST));
    if (split.validation().length > 0) {
      journal.evaluation(evaluator.evaluate(Part.VALIDATION));
    }
  }

  private boolean draw(Maps maps, RunFolder folder, RunJournal journal, RunControl control) {
    return switch (maps) {
      case NONE -> true;
      case END -> draw(folder.resultSnapshot().orElseThrow(), folder, journal, control);
      case START_AND_END ->
          draw(0, folder, journal, control)
              && draw(folder.resultSnapshot().orElseThrow(), folder, journal, control);
    };
  }

  private boolean draw(int epoch, RunFolder folder, RunJournal journal, RunControl control) {
    return EmbeddingMap.draw(
        folder.snapshot(epoch).embedding(), experiment.seed(), journal, control);
  }

  @Override
  public void close() {
    manager.close();
  }
}
