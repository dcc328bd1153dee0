package coretuning.ui;

import coretuning.result.Embedding;
import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.FocalWeight;
import coretuning.result.GradientNorm;
import coretuning.result.HardPair;
import coretuning.result.LinearWeights;
import coretuning.result.LossTerm;
import coretuning.result.MiningCounts;
import coretuning.result.Part;
import coretuning.result.Projection;
import coretuning.result.Provenance;
import coretuning.result.RunEvent;
import coretuning.result.RunHeads;
import coretuning.result.RunState;
import coretuning.result.Similarities;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import coretuning.result.StepMetrics;
import coretuning.result.Theory;
import coretuning.result.Warning;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// The events of a run that nobody trained: classes are Gaussian clusters which tighten from epoch
/// to epoch, faster for Core-tuning.
public final class FakeRun {
  public static final int CLASSES = 10;
  static final int STEPS_PER_EPOCH = 20;
  private static final int DIMENSION = 16;
  private static final int FIRST_TRAINING_SAMPLE = 100_000;
  private static final int ANCHORS = 200;

  private final String id;
  private final Experiment experiment;
  private final boolean isCore;
  private final Random random;

  public FakeRun(String id, Experiment experiment) {
    this.id = id;
    this.experiment = experiment;
    isCore = experiment.method() instanceof MethodSpec.CoreTuning;
    random = new Random(experiment.seed() + (isCore ? 1 : 0));
  }

  /// Class of a sample, whatever part it belongs to.
  public static int label(int sample) {
    return sample % CLASSES;
  }

  private int samples() {
    return Math.min(300, experiment.recording().samples());
  }

  public RunEvent started() {
    return new RunEvent.Started(
        id,
        experiment,
        new Provenance(
            "0.1.0",
            "PyTorch 2.7.1 (DJL 0.35.1)",
            "cpu, 2 threads",
            "no CUDA driver found",
            "25.0.3",
            "Linux 6.1 amd64",
            "0".repeat(64),
            "random",
            "random weights",
            experiment.seed(),
            "2026-11-23T15:12:33Z"));
  }

  public RunEvent state(RunState state) {
    return new RunEvent.StateChanged(id, state, Optional.empty());
  }

  public RunEvent progress(String doing, long done, long total) {
    return new RunEvent.Progress(id, doing, done, total, 1830, (total - done) / 1830.0);
  }

  public List<RunEvent> steps(int epoch) {
    var all = new ArrayList<RunEvent>();
    for (int i = 1; i <= STEPS_PER_EPOCH; i++) {
      long step = (long) (epoch - 1) * STEPS_PER_EPOCH + i;
      double loss = loss(step / (double) STEPS_PER_EPOCH) + 0.15 * random.nextGaussian();
      all.add(new RunEvent.StepDone(id, new StepMetrics(step, epoch, loss, List.of(), 0.01)));
    }
    return all;
  }

  private double loss(double epochs) {
    return 0.35 + 1.9 * Math.exp(-epochs / (isCore ? 2.5 : 4)) + (isCore ? 0.2 : 0);
  }

  public RunEvent epoch(int epoch) {
    double top1 = Math.min(0.99, 0.93 - 0.5 * Math.exp(-epoch / (isCore ? 2.5 : 4)));
    int epochs = experiment.train().epochs();
    return new RunEvent.EpochDone(
        id,
        new EpochMetrics(
            epoch,
            loss(epoch),
            List.of(new LossTerm("cross-entropy", loss(epoch))),
            top1,
            experiment.data().validationShare() > 0 ? Optional.of(top1 - 0.03) : Optional.empty(),
            0.01 * (1 + Math.cos(Math.PI * epoch / epochs)) / 2,
            1830 + 40 * random.nextGaussian(),
            0.04));
  }

  public List<RunEvent> warnings() {
    var all = new ArrayList<RunEvent>();
    all.add(
        new RunEvent.Warned(
            id, new Warning(0, "Each epoch leaves out 3 of 1000 training images.")));
    if (isCore) {
      all.add(
          new RunEvent.Warned(
              id, new Warning(0, "12.5 % of the anchors have no other image of their class.")));
    }
    return all;
  }

  public RunEvent theory(int epoch) {
    double noise = noise(epoch);
    return new RunEvent.TheoryMeasured(
        id, new Theory(epoch, 5 * noise - 13, 15 + noise, noise - 3.5, noise / 2 - 2.2));
  }

  public RunEvent diagnosed(int epoch) {
    double noise = noise(epoch);
    Similarities cosines = Similarities.empty();
    for (int i = 0; i < 2000; i++) {
      cosines.sameClass().add(1 - 0.3 * noise * random.nextDouble());
      cosines.otherClass().add(0.9 - 0.7 * random.nextDouble());
      if (isCore) {
        cosines.positive().add(1 - 0.4 * random.nextDouble());
        cosines.negative().add(0.8 - 0.5 * random.nextDouble());
      }
    }
    var gradients = new ArrayList<GradientNorm>();
    gradients.add(new GradientNorm("cross-entropy", noise));
    if (isCore) {
      gradients.add(new GradientNorm("focal contrastive", 0.2 * noise));
    }
    return new RunEvent.Diagnosed(
        id,
        new EpochDiagnostics(
            epoch,
            loss(epoch) - (isCore ? 0.25 : 0),
            0.125,
            isCore ? Optional.of(new MiningCounts(200, 25, 200, 0, 160)) : Optional.empty(),
            cosines,
            gradients));
  }

  public RunEvent snapshot(int epoch) {
    double noise = noise(epoch);
    int n = samples();
    int[] ids = IntStream.range(0, n).toArray();
    int[] labels = IntStream.range(0, n).map(FakeRun::label).toArray();
    int[] predictions = labels.clone();
    float[] confidences = new float[n];
    float[] features = new float[n * DIMENSION];
    for (int row = 0; row < n; row++) {
      confidences[row] = (float) Math.min(0.999, 0.5 + 0.5 / (1 + noise * random.nextDouble()));
      if (random.nextDouble() < (epoch == 0 ? 0.9 : 0.15 * noise)) {
        predictions[row] = random.nextInt(CLASSES);
      }
      for (int d = 0; d < DIMENSION; d++) {
        double centre = d == labels[row] ? 2 : 0.4;
        features[row * DIMENSION + d] = (float) Math.max(0, centre + noise * random.nextGaussian());
      }
    }
    var losses = new float[n];
    for (int row = 0; row < n; row++) {
      boolean isRight = predictions[row] == labels[row];
      losses[row] =
          (float) -Math.log(isRight ? confidences[row] : (1 - confidences[row]) / CLASSES);
    }
    var embedding =
        new Embedding(
            epoch,
            Part.TEST,
            ids,
            labels,
            predictions,
            confidences,
            DIMENSION,
            features,
            Optional.of(losses));
    double intra = 0.08 + 0.25 * noise;
    var spread = new Spread(intra, 0.75 - 0.2 * noise, 0.3, -2.5, 0.4, 1.2, new double[CLASSES]);
    return new RunEvent.SnapshotTaken(
        id,
        new Snapshot(
            embedding,
            Optional.of(training(epoch)),
            spread,
            0.9 - 0.1 * noise,
            isCore && epoch > 0 ? pairs(epoch) : List.of(),
            isCore && epoch > 0 ? weights() : List.of()));
  }

  private Embedding training(int epoch) {
    var noises = new Random(epoch);
    float[] features = new float[ANCHORS * DIMENSION];
    int[] ids = IntStream.range(0, ANCHORS).map(i -> FIRST_TRAINING_SAMPLE + i).toArray();
    int[] labels = IntStream.of(ids).map(FakeRun::label).toArray();
    for (int i = 0; i < features.length; i++) {
      double centre = i % DIMENSION == labels[i / DIMENSION] ? 2 : 0.4;
      features[i] = (float) Math.max(0, centre + noise(epoch) * noises.nextGaussian());
    }
    return new Embedding(
        epoch,
        Part.TRAIN,
        ids,
        labels,
        labels,
        new float[ANCHORS],
        DIMENSION,
        features,
        Optional.of(new float[ANCHORS]));
  }

  /// A classifier that looks at each class's own feature; sharper for CE-tuning.
  public static Optional<RunHeads> heads(String id) {
    float[] weight = new float[CLASSES * DIMENSION];
    for (int k = 0; k < CLASSES; k++) {
      weight[k * DIMENSION + k] = id.equals("run-0") ? 5 : 2;
    }
    return Optional.of(
        new RunHeads(10, new LinearWeights(CLASSES, DIMENSION, weight, new float[0]), List.of()));
  }

  private double noise(int epoch) {
    return 0.25 + Math.exp(-epoch / (isCore ? 2.0 : 5.0));
  }

  private List<HardPair> pairs(int epoch) {
    var pairs = new ArrayList<HardPair>();
    for (int i = 0; i < ANCHORS; i++) {
      int anchor = FIRST_TRAINING_SAMPLE + i;
      pairs.add(
          new HardPair(
              (long) (epoch - 1) * STEPS_PER_EPOCH + 1 + i / 10,
              anchor,
              FIRST_TRAINING_SAMPLE + (i + 10 * (1 + random.nextInt(15))) % ANCHORS,
              FIRST_TRAINING_SAMPLE + (i + 1 + random.nextInt(8)) % ANCHORS,
              FIRST_TRAINING_SAMPLE + (i + 1 + random.nextInt(8)) % ANCHORS,
              random.nextDouble(),
              0.8 + 0.2 * random.nextDouble(),
              0.2 + 0.5 * random.nextDouble(),
              0.4 + 0.5 * random.nextDouble(),
              0.5 * random.nextDouble()));
    }
    return pairs;
  }

  private List<FocalWeight> weights() {
    return IntStream.range(0, ANCHORS)
        .mapToObj(i -> FIRST_TRAINING_SAMPLE + i)
        .map(sample ->
            new FocalWeight(
                sample, label(sample), 1 - Math.pow(random.nextDouble(), 3), random.nextDouble()))
        .toList();
  }

  public RunEvent projection(int epoch) {
    double noise = noise(epoch);
    int n = samples();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int row = 0; row < n; row++) {
      double angle = 2 * Math.PI * label(row) / CLASSES;
      double distance = label(row) % 2 == 0 ? 30 : 18;
      x[row] = distance * Math.cos(angle) + 9 * noise * random.nextGaussian();
      y[row] = distance * Math.sin(angle) + 9 * noise * random.nextGaussian();
    }
    return new RunEvent.Projected(
        id, epoch, new Projection("t-SNE", experiment.seed(), 30, 1000, x, y));
  }

  public RunEvent evaluated() {
    int[][] confusion = new int[CLASSES][CLASSES];
    int right = 0;
    int total = 0;
    for (int row = 0; row < CLASSES; row++) {
      for (int i = 0; i < 100; i++) {
        boolean hit = random.nextDouble() < (isCore ? 0.91 : 0.87);
        confusion[row][hit ? row : random.nextInt(CLASSES)]++;
        total++;
      }
      right += confusion[row][row];
    }
    double top1 = (double) right / total;
    return new RunEvent.Evaluated(
        id, new Evaluation(Part.TEST, total, top1, 0.99, top1, top1 - 0.01, 0.4, confusion));
  }
}
