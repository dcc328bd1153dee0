package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.ResNet;
import coretuning.spec.Architecture;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelAttentionTest {
  private static final int[] LABELS = {0, 1, 0, 1};
  private static final Shape SHAPE = new Shape(4, 3, 8, 8);

  private final NDManager manager = Tensors.newManager();
  private final ResNet source =
      new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT64, new Random(1));

  @AfterEach
  void close() {
    manager.close();
  }

  private static NDArray batch(NDManager owner) {
    double[] values = new Random(4).doubles(SHAPE.size()).toArray();
    return Transfer.toDevice(owner, values, SHAPE, DataType.FLOAT64);
  }

  private List<double[]> measured() {
    TrainingImages images =
        (epoch, most, viewer) -> {
          try (NDManager scratch = manager.newSubManager()) {
            viewer.see(batch(scratch), LABELS);
          }
        };
    return new ChannelAttention(source, 2).measure(images, 3, 1).orElseThrow();
  }

  /// Shows the batch, and stops after so many filters.
  private final class Stopping implements TrainingImages {
    private final long most;
    private final List<Long> totals = new ArrayList<>();

    Stopping(long most) {
      this.most = most;
    }

    @Override
    public void show(int epoch, int batches, Viewer viewer) {
      try (NDManager scratch = manager.newSubManager()) {
        viewer.see(batch(scratch), LABELS);
      }
    }

    @Override
    public boolean goOn(long done, long total) {
      assertThat(done).isEqualTo(totals.size());
      totals.add(total);
      return done < most;
    }
  }

  @Test
  void itTellsHowManyFiltersItHasTriedAndStopsWhenTold() {
    double[] before = Transfer.toDoubles(source.lastFilters(1));
    var toItsEnd = new Stopping(1000);
    assertThat(new ChannelAttention(source, 2).measure(toItsEnd, 1, 1)).isPresent();
    assertThat(toItsEnd.totals).hasSize(32 + 64 + 128).containsOnly(224L);

    var stopped = new Stopping(40);
    assertThat(new ChannelAttention(source, 2).measure(stopped, 1, 1)).isEmpty();
    assertThat(stopped.totals).hasSize(41);
    assertThat(Transfer.toDoubles(source.lastFilters(1))).containsExactly(before);
  }

  @Test
  void eachStageHasItsChannels() {
    assertThat(measured()).extracting(stage -> stage.length).containsExactly(32, 64, 128);
    assertThat(measured())
        .allSatisfy(stage -> {
          assertThat(Arrays.stream(stage).sum()).isCloseTo(1, within(1e-12));
          assertThat(Arrays.stream(stage).boxed()).allMatch(share -> share > 0);
        });
  }

  @Test
  void theNetworkIsAsItWas() {
    double[] before = Transfer.toDoubles(source.lastFilters(1));
    int arrays = manager.getManagedArrays().size();
    measured();
    assertThat(Transfer.toDoubles(source.lastFilters(1))).containsExactly(before);
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  /// The same by whole forward passes of a network without the filter.
  @Test
  void aChannelsShareFollowsTheLossWithoutIt() {
    var head = new SoftmaxRegression(2, source.featureSize());
    double[] features = features();
    for (int epoch = 0; epoch < 3; epoch++) {
      head.learn(features, LABELS, SoftmaxRegression.rate(epoch));
    }
    NDArray filters = source.lastFilters(1);
    var rises = new double[64];
    for (int channel = 0; channel < 64; channel++) {
      var row = new NDIndex(channel);
      NDArray saved = filters.get(row).duplicate();
      filters.set(row, saved.zerosLike());
      rises[channel] = head.loss(features(), LABELS) - head.loss(features, LABELS);
      filters.set(row, saved);
    }
    assertThat(measured().get(1)).containsExactly(ChannelAttention.attention(rises), within(1e-9));
  }

  private double[] features() {
    return Autograd.withoutRecording(
        () -> Transfer.toDoubles(source.features(batch(manager), false)));
  }

  @Test
  void attentionIsTheSoftmaxOfStandardisedRises() {
    // Mean 2, deviation sqrt(2/3).
    double step = Math.sqrt(1.5) / 5;
    double sum = Math.exp(-step) + 1 + Math.exp(step);
    assertThat(ChannelAttention.attention(new double[] {1, 2, 3}))
        .containsExactly(
            new double[] {Math.exp(-step) / sum, 1 / sum, Math.exp(step) / sum}, within(1e-12));
    assertThat(ChannelAttention.attention(new double[] {7, 7}))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
  }
}
