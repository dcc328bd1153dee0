package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.ImageTree;
import coretuning.data.Split;
import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.testing.TinyData;
import coretuning.transform.Batch;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPreviewTest {
  private static final long SEED = 3;

  @TempDir Path folder;

  @Test
  void theFirstBatchIsThatOfARun() {
    DataSpec data = TinyData.data();
    TrainSpec train = TinyData.train(2);
    Dataset dataset = Datasets.open(data, folder);
    var loader =
        new BatchLoader(
            dataset,
            Split.of(dataset, data, SEED).train(),
            Pipeline.of(train.augmentation(), data),
            BatchPlan.training(train.batchSize(), 1, SEED, 2));
    Batch batch;
    try (var batches = loader.iterator(0, 0)) {
      batch = batches.next();
    }
    try (TrainingPreview preview = TrainingPreview.open(data, SEED)) {
      List<TrainingPreview.Member> members = preview.firstBatch(train, 100);
      assertThat(members).extracting(TrainingPreview.Member::id).containsExactly(box(batch.ids()));
      for (int i = 0; i < members.size(); i++) {
        assertThat(members.get(i).className())
            .isEqualTo(dataset.classNames().get(batch.labels()[i]));
        assertSamePixels(members.get(i).picture().orElseThrow(), batch, i, data);
      }
    }
  }

  private static Integer[] box(int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
  }

  /// The batch holds the picture, normalised.
  private static void assertSamePixels(Thumbnail picture, Batch batch, int row, DataSpec data) {
    int area = batch.imageSize() * batch.imageSize();
    assertThat(picture.width()).isEqualTo(batch.imageSize());
    for (int pixel = 0; pixel < area; pixel++) {
      double seen = (picture.rgb()[3 * pixel] & 0xff) / 255.0;
      double expected =
          batch.pixels()[3 * area * row + pixel] * data.deviation().get(0) + data.mean().get(0);
      assertThat(seen).isCloseTo(expected, within(0.003));
    }
  }

  @Test
  void theSameDrawGivesTheSamePictures() {
    TrainSpec train = TinyData.train(2);
    try (TrainingPreview preview = TrainingPreview.open(TinyData.data(), SEED)) {
      TrainingPreview.Course one = preview.courses(train, 2, 3, 7).getFirst();
      TrainingPreview.Course again = preview.courses(train, 2, 3, 7).getFirst();
      assertThat(one.train()).hasSize(3);
      assertThat(one.train().get(1).rgb()).isEqualTo(again.train().get(1).rgb());
      assertThat(one.train().get(1).rgb()).isNotEqualTo(one.train().get(2).rgb());
      assertThat(one.original().width()).isEqualTo(TrainingPreview.ORIGINAL_SIDE);
      assertThat(preview.courses(train, 2, 3, 8).getFirst().original().rgb())
          .isNotEqualTo(one.original().rgb());
    }
  }

  @Test
  void theScheduleCountsBatchesAndUpdates() {
    TrainSpec tiny = TinyData.train(4);
    var train =
        new TrainSpec(
            4,
            8,
            2,
            0.1,
            1,
            0,
            false,
            0,
            new ScheduleSpec.Step(List.of(3), 0.1, 1),
            tiny.augmentation());
    try (TrainingPreview preview = TrainingPreview.open(TinyData.data(), SEED)) {
      TrainingPreview.Schedule schedule = preview.schedule(train);
      assertThat(schedule.batches()).isEqualTo(schedule.images() / 8);
      assertThat(schedule.updates()).isEqualTo((schedule.batches() + 1) / 2);
      assertThat(schedule.rates().get(0)).isEqualTo(0.05);
      assertThat(schedule.rates().get(1)).isEqualTo(0.1);
      assertThat(schedule.rates().get(3)).isCloseTo(0.01, within(1e-12));
    }
  }

  @Test
  void aBrokenImageIsMarkedAndPassedOver() throws IOException {
    var tree = new ImageTree(folder);
    for (int i = 0; i < 4; i++) {
      tree.image("p/train/a/%d.png".formatted(i), i)
          .image("p/train/b/%d.png".formatted(i), 50 + i)
          .image("p/test/a/%d.png".formatted(i), 90 + i);
    }
    Files.writeString(folder.resolve("p/train/a/1.png"), "no image");
    var data =
        new DataSpec(
            DataFormat.AUTO,
            folder.resolve("p").toString(),
            8,
            0,
            1,
            DataSpec.IMAGENET_MEAN,
            DataSpec.IMAGENET_DEVIATION);
    TrainSpec train =
        new TrainSpec(1, 8, 1, 0.1, 1, 0, false, 0, new ScheduleSpec.Constant(0), List.of());
    try (TrainingPreview preview = TrainingPreview.open(data, SEED)) {
      assertThat(preview.courses(train, 8, 1, 1)).hasSize(7);
      assertThat(preview.firstBatch(train, 100))
          .filteredOn(each -> each.picture().isEmpty())
          .singleElement()
          .satisfies(each -> assertThat(each.fault()).contains("1.png"));
    }
  }
}
