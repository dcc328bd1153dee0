package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.Pretraining;
import coretuning.spec.TrainSpec;
import coretuning.spec.TransformSpec;
import coretuning.testing.TinyData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentedViewsTest {
  @TempDir Path cache;

  private List<AugmentedViews.Pair> draw(Pretraining run, long draw) {
    return new AugmentedViews(new SampleImages(cache)).draw(run, 6, draw);
  }

  private static Pretraining with(List<TransformSpec> augmentation) {
    Pretraining tiny = TinyData.pretraining(1);
    TrainSpec plain = tiny.train();
    return new Pretraining(
        tiny.name(),
        tiny.data(),
        tiny.architecture(),
        tiny.method(),
        new TrainSpec(
            plain.epochs(),
            plain.batchSize(),
            plain.accumulationSteps(),
            plain.learningRate(),
            plain.headLearningRateFactor(),
            plain.momentum(),
            plain.nesterov(),
            plain.weightDecay(),
            plain.schedule(),
            augmentation),
        tiny.recording(),
        tiny.device(),
        tiny.seed());
  }

  @Test
  void withoutAugmentationAViewIsTheImage() {
    for (AugmentedViews.Pair pair : draw(with(List.of()), 1)) {
      assertThat(pair.first().rgb()).isEqualTo(pair.original().rgb());
      assertThat(pair.second().rgb()).isEqualTo(pair.original().rgb());
    }
  }

  @Test
  void aSureFlipMirrorsBothViews() {
    for (AugmentedViews.Pair pair : draw(with(List.of(new TransformSpec.HorizontalFlip(1))), 1)) {
      byte[] original = pair.original().rgb();
      byte[] view = pair.first().rgb();
      for (int y = 0; y < 28; y++) {
        for (int x = 0; x < 28; x++) {
          assertThat(view[3 * (28 * y + x)]).isEqualTo(original[3 * (28 * y + 27 - x)]);
        }
      }
    }
  }

  @Test
  void anotherDrawShowsTheSameImagesInOtherViews() {
    Pretraining tiny = TinyData.pretraining(1);
    List<AugmentedViews.Pair> once = draw(tiny, 1);
    List<AugmentedViews.Pair> again = draw(tiny, 1);
    List<AugmentedViews.Pair> other = draw(tiny, 2);

    assertThat(once).hasSize(6).extracting(AugmentedViews.Pair::sample).doesNotHaveDuplicates();
    assertThat(once).usingRecursiveComparison().isEqualTo(again);
    assertThat(other)
        .extracting(AugmentedViews.Pair::sample)
        .isEqualTo(once.stream().map(AugmentedViews.Pair::sample).toList());
    assertThat(other).usingRecursiveComparison().isNotEqualTo(once);
  }
}
