package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
  @TempDir Path root;
  private Dataset dataset;

  @BeforeEach
  void openDataset() throws IOException {
    IdxFiles.folder(root, IdxFiles.labels(3, 20), IdxFiles.labels(3, 2));
    dataset = IdxFiles.open(root);
  }

  @Test
  void withoutSharesEveryTrainingImageIsLearntFrom() {
    Split split = split(0, 1, 7);

    assertThat(split.train()).isEqualTo(dataset.trainIds());
    assertThat(split.validation()).isEmpty();
    assertThat(split.test()).isEqualTo(dataset.testIds());
  }

  @Test
  void everyClassGivesTheSameShare() {
    Split split = split(0.25, 0.4, 7);

    for (int label = 0; label < 3; label++) {
      assertThat(count(split.validation(), label)).isEqualTo(5);
      assertThat(count(split.train(), label)).isEqualTo(6);
    }
  }

  @Test
  void noSampleIsInTwoParts() {
    Split split = split(0.3, 1, 7);
    var all = new ArrayList<Integer>();
    for (int[] part : new int[][] {split.train(), split.validation(), split.test()}) {
      all.addAll(IdxFiles.boxed(part));
    }

    assertThat(all).doesNotHaveDuplicates().hasSize(dataset.size());
  }

  @Test
  void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
    assertThat(split(0.25, 0.4, 7).train()).isEqualTo(split(0.25, 0.4, 7).train());
    assertThat(split(0.25, 0.4, 7).train()).isNotEqualTo(split(0.25, 0.4, 8).train());
  }

  @Test
  void aTinySubsetRateKeepsOneImageOfEachClass() {
    Split split = split(0.9, 0.001, 7);

    assertThat(Arrays.stream(split.train()).map(dataset::label)).containsExactly(0, 1, 2);
  }

  @Test
  void smallerSubsetsLieInLargerOnesAndValidationStays() {
    Split small = split(0.25, 0.2, 7);
    Split large = split(0.25, 0.8, 7);

    assertThat(large.train()).contains(small.train());
    assertThat(small.validation()).isEqualTo(large.validation());
  }

  private Split split(double validationShare, double subsetRate, long seed) {
    var spec =
        new DataSpec(
            DataFormat.IDX,
            root.toString(),
            8,
            validationShare,
            subsetRate,
            DataSpec.IMAGENET_MEAN,
            DataSpec.IMAGENET_DEVIATION);
    return Split.of(dataset, spec, seed);
  }

  private long count(int[] ids, int label) {
    return Arrays.stream(ids).filter(id -> dataset.label(id) == label).count();
  }
}
