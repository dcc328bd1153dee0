package coretuning.job;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import coretuning.data.Dataset;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.pretrain.MomentumContrast;
import coretuning.pretrain.Origin;
import coretuning.result.QuerySnapshot;
import coretuning.result.QuerySnapshot.Query;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.tensor.Transfer;
import coretuning.train.Purpose;
import coretuning.transform.Pipeline;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// A few training images whose queries are recorded over the epochs, always in the same two views,
/// so that what changes is the encoder and the queue.
final class LookedAtQueries {
  private static final int COUNT = 4;

  private final Pretraining pretraining;
  private final MomentumContrast contrast;
  private final Dataset dataset;
  private final NDManager manager;
  private final Pipeline pipeline;
  private final int[] samples;

  LookedAtQueries(
      Pretraining pretraining,
      MomentumContrast contrast,
      Dataset dataset,
      Split split,
      NDManager manager) {
    this.pretraining = pretraining;
    this.contrast = contrast;
    this.dataset = dataset;
    this.manager = manager;
    pipeline = Pipeline.of(pretraining.train().augmentation(), pretraining.data());
    samples = choose(split.train().clone());
  }

  /// Of different classes as far as there are any.
  private int[] choose(int[] all) {
    RandomStream.shuffle(all, RandomStream.of(pretraining.seed(), Purpose.QUERY_LOOK.key()));
    var classes = new LinkedHashSet<Integer>();
    var chosen = new LinkedHashSet<Integer>();
    for (int sample : all) {
      if (chosen.size() < COUNT && classes.add(dataset.label(sample))) {
        chosen.add(sample);
      }
    }
    Arrays.stream(all).limit(COUNT - chosen.size()).forEach(chosen::add);
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The queries as they lie after an epoch.
  ///
  /// @param epoch counted from 1
  QuerySnapshot look(int epoch) {
    var origin = new Origin(samples, Arrays.stream(samples).map(dataset::label).toArray());
    try (NDManager scratch = manager.newSubManager()) {
      List<Query> queries =
          contrast.look(
              view(scratch, 0),
              view(scratch, 1),
              origin,
              epoch > warmUpEpochs(),
              RandomStream.of(pretraining.seed(), Purpose.QUERY_LOOK.key(), epoch));
      return new QuerySnapshot(epoch, queries.getFirst().vector().length, queries);
    }
  }

  private int warmUpEpochs() {
    return pretraining.method() instanceof PretrainSpec.Mochi mochi
        ? mochi.synthesis().warmUpEpochs()
        : 0;
  }

  private NDArray view(NDManager scratch, int number) {
    int length = pipeline.outputLength();
    var pixels = new float[samples.length * length];
    for (int row = 0; row < samples.length; row++) {
      var random =
          RandomStream.of(pretraining.seed(), Purpose.QUERY_LOOK.key(), samples[row], number);
      pipeline.write(dataset, samples[row], random, pixels, row * length);
    }
    int size = pipeline.outputSize();
    return Transfer.toDevice(scratch, pixels, new Shape(samples.length, 3, size, size));
  }
}
