package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import coretuning.backbone.ResNet;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How much each channel of a stage matters for the task (DELTA, Li et al. 2019).
///
/// A head learns on the frozen source network; then, for each filter of a stage's last convolution,
/// the loss without that filter, less the loss with it, averaged over some batches. These rises are
/// standardised over the stage, and A = softmax(rise / 5): positive, with sum 1.
///
/// The source network is in evaluation mode throughout. Each filter costs a pass from its stage on
/// for each batch. Nothing is drawn at random here, so the same images give the same attention.
final class ChannelAttention {
  private static final double SOFTNESS = 5;

  private final ResNet source;
  private final int classes;

  /// @param source frozen; its filters are set to 0 one by one, and back
  ChannelAttention(ResNet source, int classes) {
    this.source = source;
    this.classes = classes;
  }

  /// Measures.
  ///
  /// @param epochs for which the head learns
  /// @param batches of the epoch after those, over which rises are averaged
  /// @return `[C]` A for each stage; empty if it was stopped
  Optional<List<double[]>> measure(TrainingImages images, int epochs, int batches) {
    return Autograd.withoutRecording(() -> {
      var head = new SoftmaxRegression(classes, source.featureSize());
      for (int epoch = 0; epoch < epochs; epoch++) {
        double rate = SoftmaxRegression.rate(epoch);
        images.show(
            epoch,
            Integer.MAX_VALUE,
            (batch, labels) ->
                head.learn(Transfer.toDoubles(source.features(batch, false)), labels, rate));
      }
      List<double[]> rises = noRises();
      long total = (long) batches * rises.stream().mapToInt(each -> each.length).sum();
      var watch = new Watch(images, total);
      images.show(epochs, batches, (batch, labels) -> add(rises, head, batch, labels, watch));
      return watch.goesOn
          ? Optional.of(rises.stream().map(ChannelAttention::attention).toList())
          : Optional.empty();
    });
  }

  /// Counts the filters tried, and remembers if the run is to stop.
  private static final class Watch {
    private final TrainingImages images;
    private final long total;
    private long done;
    private boolean goesOn = true;

    Watch(TrainingImages images, long total) {
      this.images = images;
      this.total = total;
    }

    boolean next() {
      goesOn = goesOn && images.goOn(done++, total);
      return goesOn;
    }
  }

  private List<double[]> noRises() {
    var rises = new ArrayList<double[]>();
    for (int stage = 0; stage < source.stageCount(); stage++) {
      rises.add(new double[Math.toIntExact(source.lastFilters(stage).getShape().get(0))]);
    }
    return rises;
  }

  /// Adds the rises of one batch. Their number of batches is of no account: they get standardised.
  private void add(
      List<double[]> rises, SoftmaxRegression head, NDArray images, int[] labels, Watch watch) {
    NDArray input = source.stem(images, false);
    double whole = head.loss(pooled(0, input), labels);
    for (int stage = 0; stage < rises.size(); stage++) {
      double[] sums = rises.get(stage);
      for (int channel = 0; channel < sums.length && watch.next(); channel++) {
        sums[channel] += head.loss(without(stage, channel, input), labels) - whole;
      }
      input = source.stage(stage, input, false);
    }
  }

  /// Features of the network without one filter.
  private double[] without(int stage, int channel, NDArray input) {
    NDArray filters = source.lastFilters(stage);
    var row = new NDIndex(channel + ":" + (channel + 1));
    try (NDManager scratch = input.getManager().newSubManager()) {
      NDArray kept = filters.get(row);
      kept.attach(scratch);
      NDArray saved = kept.duplicate();
      filters.set(row, saved.zerosLike());
      NDArray own = input.duplicate();
      own.attach(scratch);
      try {
        return pooled(stage, own);
      } finally {
        filters.set(row, saved);
      }
    }
  }

  private double[] pooled(int firstStage, NDArray input) {
    NDArray x = input;
    for (int stage = firstStage; stage < source.stageCount(); stage++) {
      x = source.stage(stage, x, false);
    }
    return Transfer.toDoubles(ResNet.pool(x));
  }

  /// softmax of the standardised rises over 5; all alike if the rises are.
  static double[] attention(double[] rises) {
    double mean = Arrays.stream(rises).average().orElseThrow();
    double variance =
        Arrays.stream(rises).map(rise -> (rise - mean) * (rise - mean)).average().orElseThrow();
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    double[] weights =
        Arrays.stream(rises).map(rise -> Math.exp((rise - mean) / deviation / SOFTNESS)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
