package coretuning.figure;

import coretuning.figure.HistogramFigure.Distribution;
import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.FocalWeight;
import coretuning.result.GradientNorm;
import coretuning.result.HardPair;
import coretuning.result.MiningCounts;
import coretuning.result.Probe;
import coretuning.result.Projection;
import coretuning.result.ProxyEpoch;
import coretuning.result.Similarities;
import coretuning.result.Spread;
import coretuning.result.Theory;
import coretuning.result.VariantDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Realistic results for drawing.
public final class Examples {
  static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private Examples() {}

  /// Every kind of figure, with data of usual size.
  public static Map<String, Figure> all() {
    var figures = new LinkedHashMap<String, Figure>();
    figures.put("curves", curves(0.8, false));
    figures.put("curves-epochs", epochs());
    figures.put("curves-log", curves(0, true));
    figures.put("scatter", scatter(2000, CLASSES));
    figures.put("scatter-marked", marked());
    figures.put("scatter-amounts", coloured());
    figures.put("scatter-100", scatter(5000, names(100)));
    figures.put("histogram", histogram());
    figures.put("histogram-one", weightsHistogram());
    figures.put("confusion", confusion(CLASSES));
    figures.put("confusion-100", confusion(names(100)));
    figures.put("spread", spread(CLASSES));
    figures.put("spread-100", spread(names(100)));
    figures.put("ridges", ridges(CLASSES));
    figures.put("ridges-100", ridges(names(100)));
    figures.put("centres", centres(CLASSES));
    figures.put("centres-100", centres(names(100)));
    figures.put("trails", trails());
    figures.put("similarities", similarities());
    figures.put("theory", theory());
    figures.put("diagnostics", diagnostics(true));
    figures.put("diagnostics-plain", diagnostics(false));
    figures.put("differences", differences());
    figures.put("pretraining", pretraining());
    figures.put("query-map", PretrainingExamples.queryMap());
    figures.put("view-pairs", PretrainingExamples.viewPairs());
    figures.put("sweep", PretrainingExamples.sweep());
    figures.put("pairs", pairs(4));
    figures.put("weights", weights(200));
    figures.put("mix-map", LaboratoryExamples.mixMap());
    figures.put("decision-path", LaboratoryExamples.decisionPath());
    figures.put("quantiles", LaboratoryExamples.quantiles());
    figures.put("focal-heat", FocalExamples.heatMap(300, CLASSES, false));
    figures.put("focal-heat-classes", FocalExamples.heatMap(120, CLASSES, true));
    figures.put("focal-heat-5000", FocalExamples.heatMap(5000, names(100), true));
    figures.put("quantile-rows", FocalExamples.byClass(CLASSES));
    figures.put("quantile-rows-100", FocalExamples.byClass(names(100)));
    figures.put(
        "panels",
        new Panels(
            "CE-tuning and Core-tuning",
            List.of(
                scatter(1000, CLASSES), scatter(1000, CLASSES), curves(0.8, false), histogram()),
            2));
    figures.put("no-data", new NoDataFigure("no data yet: start a run"));
    return figures;
  }

  static RidgeFigure ridges(List<String> classNames) {
    var random = new Random(7);
    int[] labels = random.ints(30L * classNames.size(), 0, classNames.size()).toArray();
    var models = new ArrayList<RidgeFigure.Model>();
    for (String name : List.of("before training", "CE-tuning", "Core-tuning")) {
      double mean = 0.3 - 0.08 * models.size();
      models.add(
          new RidgeFigure.Model(
              name,
              IntStream.of(labels)
                  .mapToDouble(
                      label -> Math.abs(mean * (1 + 0.03 * label) + 0.08 * random.nextGaussian()))
                  .toArray()));
    }
    return new RidgeFigure("Within classes", "cosine distance", models, labels, classNames);
  }

  static CentreDistanceFigure centres(List<String> classNames) {
    int k = classNames.size();
    var distances = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        distances[a][b] = a == b ? 0 : a + b == 5 ? Double.NaN : Math.abs(a - b) / (k - 1.0);
      }
    }
    return new CentreDistanceFigure("Between classes", distances, classNames, 1);
  }

  static AlignmentUniformityFigure trails() {
    return new AlignmentUniformityFigure(
        "Alignment and uniformity",
        List.of(
            new AlignmentUniformityFigure.Trail(
                "CE-tuning", new double[] {0.4, 0.3, 0.25}, new double[] {-1.3, -1.7, -1.8}),
            new AlignmentUniformityFigure.Trail(
                "Core-tuning",
                new double[] {0.4, 0.2, Double.NaN, 0.15},
                new double[] {-1.3, -1.5, -1.5, -1.6})));
  }

  static PretrainingFigure pretraining() {
    return new PretrainingFigure(
        "Pre-training",
        List.of(
            new PretrainingFigure.Run("MoCo-v2", losses(3), proxy(false), probes(0.60)),
            new PretrainingFigure.Run("MoCHi", losses(4), proxy(true), probes(0.63))));
  }

  private static List<EpochMetrics> losses(double level) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(e ->
            new EpochMetrics(
                e,
                level + 3 * Math.exp(-e / 4.0) * Math.min(1, e / 3.0),
                List.of(),
                0.5,
                Optional.empty(),
                0.03,
                1000,
                0))
        .toList();
  }

  private static List<ProxyEpoch> proxy(boolean synthetic) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(e ->
            new ProxyEpoch(
                e,
                0.1 + 0.06 * e,
                0.1 + (synthetic ? 0.04 : 0.06) * e,
                Optional.of(0.05 + 0.01 * e),
                synthetic && e > 2 ? Optional.of(0.08 + 0.015 * e) : Optional.empty(),
                0.2 + 0.3 / e + (synthetic ? 0.05 : 0),
                -0.3 * e + 0.01 * e * e - (synthetic ? 0.2 : 0),
                0.08,
                10 + 5 * e,
                128,
                ProxyEpoch.RANKS.stream().map(rank -> Math.pow(rank, -0.1 * e) / 100).toList()))
        .toList();
  }

  private static List<Probe> probes(double level) {
    return IntStream.rangeClosed(0, 6)
        .mapToObj(i ->
            new Probe(
                2 * i,
                level + 0.03 * i,
                level + 0.1 + 0.025 * i,
                0.1,
                level + 0.1,
                10_000,
                2000,
                "0a1b"))
        .toList();
  }

  static DifferenceFigure differences() {
    return new DifferenceFigure(
        "Which part matters",
        "CE-tuning",
        "top-1, percentage points",
        List.of(
            new VariantDifference("+ contrastive term", new double[] {1.2, 1.4, 1.5}, 1.37, 0.38),
            new VariantDifference("+ focal weight", new double[] {0.2, 2.4, -1.5}, 0.37, 4.9),
            new VariantDifference("+ mixed cross-entropy", new double[] {-0.7}, -0.7, Double.NaN),
            new VariantDifference("not yet run", new double[0], Double.NaN, Double.NaN)));
  }

  static Similarities cosines(boolean mixes) {
    var random = new Random(6);
    Similarities cosines = Similarities.empty();
    for (int i = 0; i < 3000; i++) {
      cosines.sameClass().add(1 - Math.abs(0.2 * random.nextGaussian()) % 1);
      cosines.otherClass().add(Math.clamp(0.3 + 0.2 * random.nextGaussian(), -1, 1));
      if (mixes) {
        cosines.positive().add(0.5 + 0.4 * random.nextDouble());
        cosines.negative().add(0.2 + 0.4 * random.nextDouble());
      }
    }
    return cosines;
  }

  static SimilarityFigure similarities() {
    return new SimilarityFigure(
        "Pairs of images in a batch",
        List.of(
            new SimilarityFigure.Kind("same class", cosines(false).sameClass()),
            new SimilarityFigure.Kind("none", cosines(false).positive()),
            new SimilarityFigure.Kind("other class", cosines(false).otherClass())));
  }

  static List<EpochDiagnostics> epochDiagnostics(boolean mines) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(epoch -> {
          var gradients = new ArrayList<GradientNorm>();
          gradients.add(new GradientNorm("mixed cross-entropy", 1.0 / epoch));
          if (mines) {
            gradients.add(new GradientNorm("focal contrastive", 0.02 / epoch));
          }
          return new EpochDiagnostics(
              epoch,
              2.0 / epoch,
              0.125,
              mines ? Optional.of(new MiningCounts(640, 580, 640, 60, 500)) : Optional.empty(),
              cosines(mines),
              gradients);
        })
        .toList();
  }

  static DiagnosticsFigure diagnostics(boolean mines) {
    return new DiagnosticsFigure("Inside the batches", epochDiagnostics(mines), 12);
  }

  static TheoryFigure theory() {
    List<Theory> theory =
        IntStream.range(0, 4)
            .mapToObj(i ->
                new Theory(5 * i, -11 - 0.2 * i, 17 - 0.1 * i, -1.8 - 0.1 * i, -1.5 - 0.01 * i))
            .toList();
    return new TheoryFigure(
        "What the theorems speak of",
        List.of(
            new TheoryFigure.Run("CE-tuning", theory.subList(0, 3), epochDiagnostics(false)),
            new TheoryFigure.Run("Core-tuning", theory, epochDiagnostics(true))));
  }

  static List<String> names(int k) {
    return IntStream.range(0, k).mapToObj("class %03d"::formatted).toList();
  }

  static CurveFigure curves(double smoothing, boolean log) {
    return new CurveFigure(
        "Training loss",
        "step",
        "loss (nats)",
        List.of(
            loss("CE-tuning", 1, 600, 2.3),
            loss("Core-tuning: mixed cross-entropy", 2, 600, 2.1),
            loss("Core-tuning: focal contrastive", 3, 600, 5.0)),
        smoothing,
        log);
  }

  private static Series loss(String name, int seed, int steps, double start) {
    var random = new Random(seed);
    double[] x = new double[steps];
    double[] y = new double[steps];
    for (int i = 0; i < steps; i++) {
      x[i] = i + 1;
      y[i] = start * Math.exp(-i / 150.0) + 0.1 + 0.3 * random.nextDouble() * Math.exp(-i / 300.0);
    }
    if (seed == 2) {
      java.util.Arrays.fill(y, 300, 310, Double.NaN);
    }
    return new Series(name, x, y);
  }

  static CurveFigure epochs() {
    double[] x = IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray();
    double[] ce = {0.61, 0.72, 0.765, 0.79, 0.801, 0.812, 0.82, 0.824, 0.826, 0.827};
    double[] core = {0.58, 0.74, 0.79, 0.82, 0.834, 0.846, 0.853, 0.857, 0.861, 0.8625};
    return new CurveFigure(
        "Validation accuracy",
        "epoch",
        "top-1",
        List.of(new Series("CE-tuning", x, ce), new Series("Core-tuning", x, core)));
  }

  static Projection map(int n, int k) {
    var random = new Random(5);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * (i % k) / k;
      double far = 25 + 12 * ((i % k) % 3);
      x[i] = 1.4 * far * Math.cos(angle) + 4.5 * random.nextGaussian();
      y[i] = far * Math.sin(angle) + 4.5 * random.nextGaussian();
    }
    return new Projection("t-SNE", 1, 30, 1000, x, y);
  }

  static int[] labels(int n, int k) {
    return IntStream.range(0, n).map(i -> i % k).toArray();
  }

  static ScatterFigure scatter(int n, List<String> classes) {
    return new ScatterFigure(
            "Core-tuning, epoch 10", map(n, classes.size()), labels(n, classes.size()), classes)
        .withSubtitle(
            ScatterFigure.describe(map(n, classes.size()))
                + "; intra 0.112, inter 0.874, ratio 0.128");
  }

  static ScatterFigure marked() {
    var rows = new java.util.BitSet();
    IntStream.range(0, 2000).filter(i -> i % 10 < 3).forEach(rows::set);
    var all = new java.util.BitSet();
    all.set(0, 2000);
    var wrong = new java.util.BitSet();
    IntStream.range(0, 200).forEach(i -> wrong.set(10 * i));
    return scatter(2000, CLASSES)
        .withEmphasis(
            Emphasis.of(
                2000,
                all,
                rows,
                wrong,
                List.of(
                    new Highlight(0, Mark.STAR, "anchor"),
                    new Highlight(10, Mark.TRIANGLE, "hardest positive"),
                    new Highlight(21, Mark.TRIANGLE_DOWN, "hardest negative"),
                    new Highlight(42, Mark.DIAMOND, "random negative"),
                    new Highlight(33, Mark.RING, "selected"),
                    new Highlight(54, Mark.SQUARE, "neighbour"))));
  }

  static ScatterFigure coloured() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 50 == 0 ? Float.NaN : (i % 100) / 100f;
    }
    return new ScatterFigure(
        "CE-tuning, epoch 10",
        "PCA",
        map(1000, 10),
        "confidence",
        new Colouring.Amounts(values, Range.UNIT),
        Emphasis.NONE);
  }

  static HistogramFigure histogram() {
    return new HistogramFigure(
        "Intra-class and inter-class distances",
        "cosine distance",
        List.of(
            new Distribution("CE-tuning, intra", gaussian(1, 3000, 0.35, 0.1)),
            new Distribution("CE-tuning, inter", gaussian(2, 9000, 0.8, 0.14)),
            new Distribution("Core-tuning, intra", gaussian(3, 3000, 0.15, 0.05)),
            new Distribution("Core-tuning, inter", gaussian(4, 9000, 0.97, 0.1))));
  }

  static HistogramFigure weightsHistogram() {
    return new HistogramFigure(
        "Focal weights", "focal weight", List.of(new Distribution("Core-tuning", focal(500))));
  }

  private static double[] gaussian(int seed, int n, double mean, double deviation) {
    var random = new Random(seed);
    return random
        .doubles(n)
        .map(u -> Math.max(0, mean + deviation * random.nextGaussian()))
        .toArray();
  }

  static double[] focal(int n) {
    var random = new Random(9);
    return random.doubles(n).map(u -> 1 - u * u * u).toArray();
  }

  static ConfusionFigure confusion(List<String> classes) {
    var random = new Random(4);
    int k = classes.size();
    int[][] counts = new int[k][k];
    for (int i = 0; i < 1000 * k; i++) {
      int truth = i % k;
      double u = random.nextDouble();
      int guess = u < 0.8 ? truth : u < 0.93 ? (truth + 2) % k : random.nextInt(k);
      counts[truth][guess]++;
    }
    return new ConfusionFigure("Confusion of Core-tuning on the test images", counts, classes);
  }

  static SpreadFigure spread(List<String> classes) {
    return new SpreadFigure(
        "How classes lie",
        List.of(
            new SpreadFigure.Model("before fine-tuning", spread(0.41, 0.62, classes.size())),
            new SpreadFigure.Model("CE-tuning", spread(0.28, 0.81, classes.size())),
            new SpreadFigure.Model("Core-tuning", spread(0.16, 0.97, classes.size()))),
        classes);
  }

  private static Spread spread(double intra, double inter, int k) {
    var random = new Random(k);
    double[] each = random.doubles(k).map(u -> intra * (0.6 + 0.8 * u)).toArray();
    return new Spread(intra, inter, 0.3, -2.1, 0.5, 1.2, each);
  }

  static Picture picture(int seed) {
    int size = 28;
    byte[] rgb = new byte[3 * size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double wave = Math.sin(x / (2.0 + seed % 5)) * Math.cos(y / (1.5 + seed % 4));
        int grey = Math.hypot(x - 14, y - 14) < 8 + seed % 6 ? (int) (150 + 100 * wave) : 10;
        rgb[3 * (y * size + x)] = (byte) grey;
        rgb[3 * (y * size + x) + 1] = (byte) grey;
        rgb[3 * (y * size + x) + 2] = (byte) Math.min(255, grey + 5 * (seed % 8));
      }
    }
    return new Picture(size, size, rgb);
  }

  static PairFigure pairs(int n) {
    var random = new Random(11);
    var rows = new ArrayList<PairFigure.Row>();
    for (int i = 0; i < n; i++) {
      var pair =
          new HardPair(
              100,
              17 + 1000 * i,
              2,
              3,
              4,
              random.nextDouble(),
              0.8 + 0.2 * random.nextDouble(),
              0.31,
              0.77,
              0.05);
      rows.add(
          new PairFigure.Row(
              pair,
              picture(4 * i),
              picture(4 * i + 1),
              picture(4 * i + 2),
              picture(4 * i + 3),
              i % 10,
              (i + 6) % 10,
              (i + 3) % 10));
    }
    return new PairFigure("Hard pairs of Core-tuning, epoch 10", rows, CLASSES);
  }

  static WeightFigure weights(int n) {
    double[] weights = focal(n);
    var anchors = new ArrayList<WeightFigure.Anchor>();
    for (int i = 0; i < n; i++) {
      anchors.add(new WeightFigure.Anchor(new FocalWeight(i, i % 10, weights[i], 2.0), picture(i)));
    }
    return new WeightFigure("Focal weights, epoch 10", anchors, weights, CLASSES);
  }
}
