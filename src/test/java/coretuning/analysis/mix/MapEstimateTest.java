package coretuning.analysis.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.Embedding;
import coretuning.result.Part;
import coretuning.result.Projection;
import org.junit.jupiter.api.Test;

class MapEstimateTest {
  private static final Embedding EMBEDDING =
      new Embedding(
          1,
          Part.TEST,
          new int[] {4, 5, 6},
          new int[3],
          new int[3],
          new float[3],
          2,
          new float[] {2, 0, 0, 3, -1, 0});
  private static final MapEstimate ESTIMATE =
      new MapEstimate(
          EMBEDDING,
          new Projection("t-SNE", 1, 2, 10, new double[] {0, 10, 50}, new double[] {0, 20, 60}));

  @Test
  void aRecordedFeatureLiesWhereItWasMapped() {
    assertThat(ESTIMATE.of(new double[] {0, 7})).isEqualTo(new MapEstimate.Place(10, 20));
  }

  @Test
  void anotherLiesAtTheWeightedMeanOfItsNeighbours() {
    double cos = Math.sqrt(0.5);
    double near = 1 / (2 - 2 * cos);
    double far = 1 / (2 + 2 * cos);
    double total = 2 * near + far;

    MapEstimate.Place place = ESTIMATE.of(new double[] {5, 5});

    assertThat(place.x()).isCloseTo((10 * near + 50 * far) / total, within(1e-9));
    assertThat(place.y()).isCloseTo((20 * near + 60 * far) / total, within(1e-9));
  }

  @Test
  void aMapOfOtherImagesIsRefused() {
    var other = new Projection("t-SNE", 1, 2, 10, new double[2], new double[2]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MapEstimate(EMBEDDING, other))
        .withMessageContaining("2 points");
  }

  @Test
  void nothingHasNoPlace() {
    assertThatIllegalArgumentException().isThrownBy(() -> ESTIMATE.of(new double[2]));
  }
}
