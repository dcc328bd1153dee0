package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.DataSpec;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
  @TempDir Path cache;

  @Test
  void theBundledSampleOpensBalancedAndNamed() {
    DataSpec spec = DataSpec.fashionMnist("sample-data/fashion-mnist-mini");
    Dataset dataset = Datasets.open(spec, cache);

    assertThat(dataset.name()).isEqualTo("fashion-mnist-mini");
    assertThat(dataset.classNames()).hasSize(10).startsWith("T-shirt/top").endsWith("Ankle boot");
    assertThat(dataset.imageSize()).isEqualTo(28);
    for (int[] part : new int[][] {dataset.trainIds(), dataset.testIds()}) {
      var counts = new int[10];
      Arrays.stream(part).forEach(id -> counts[dataset.label(id)]++);
      assertThat(counts).containsOnly(100);
    }
  }

  @Test
  void itsPixelsHaveTheMeanAndDeviationOfTheSpec() {
    DataSpec spec = DataSpec.fashionMnist("sample-data/fashion-mnist-mini");
    Dataset dataset = Datasets.open(spec, cache);
    double sum = 0;
    double squares = 0;
    var pixels = new byte[28 * 28];
    for (int id : dataset.trainIds()) {
      dataset.copyPixels(id, pixels);
      for (byte pixel : pixels) {
        double value = (pixel & 0xff) / 255.0;
        sum += value;
        squares += value * value;
      }
    }
    double count = dataset.trainIds().length * 28.0 * 28.0;
    double mean = sum / count;

    assertThat(mean).isBetween(0.27, 0.30);
    assertThat(Math.sqrt(squares / count - mean * mean)).isBetween(0.34, 0.37);
  }
}
