package coretuning.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.figure.QueryMapFigure;
import coretuning.figure.QueryMapFigure.Role;
import coretuning.figure.QueryMapFigure.Spot;
import coretuning.result.QuerySnapshot.Memory;
import coretuning.result.QuerySnapshot.Mixes;
import coretuning.result.QuerySnapshot.Query;
import org.junit.jupiter.api.Test;

/// The example of the golden value H.5: two keys, one mix of both, one with the query.
class QueryMapTest {
  private static final float THIRD = 1 / 3f;
  private static final float ROOT = (float) (1 / Math.sqrt(14));
  private static final Query QUERY =
      new Query(
          70,
          4,
          new float[] {THIRD, 2 * THIRD, 2 * THIRD},
          new float[] {ROOT, 2 * ROOT, 3 * ROOT},
          new Memory(
              new int[] {81, -1},
              new int[] {4, -1},
              new float[] {2 * THIRD, 2 * THIRD, THIRD, 2 * THIRD, -THIRD, 2 * THIRD}),
          new Mixes(new int[] {0, -1}, new int[] {1, 0}, new double[] {0.3, 0.4}));

  private final QueryMapFigure map = QueryMap.of("", QUERY, 3);

  private Spot spot(int place) {
    return map.spots().get(place);
  }

  @Test
  void synthesisedVectorsHaveTheirGoldenCosines() {
    assertThat(map.spots()).hasSize(6);
    assertThat(spot(4).cosine()).isCloseTo(0.659868723, within(1e-6));
    assertThat(spot(5).cosine()).isCloseTo(0.959264194, within(1e-6));
    assertThat(spot(0).cosine()).isCloseTo(1, within(1e-6));
  }

  @Test
  void spotsKnowWhatTheyAreAndWhatLiesBehindThem() {
    assertThat(map.spots())
        .extracting(Spot::role)
        .containsExactly(
            Role.QUERY,
            Role.POSITIVE,
            Role.FALSE_MEMORY,
            Role.MEMORY,
            Role.MIXED,
            Role.QUERY_MIXED);
    assertThat(map.spots()).extracting(Spot::sample).containsExactly(70, 70, 81, -1, -1, -1);
    assertThat(map.spots()).extracting(Spot::first).containsExactly(-1, -1, -1, -1, 2, 0);
    assertThat(map.spots()).extracting(Spot::second).containsExactly(-1, -1, -1, -1, 3, 2);
    assertThat(spot(4).share()).isEqualTo(0.3);
    assertThat(spot(3).share()).isNaN();
  }

  @Test
  void theMapIsTheSameWheneverItIsAskedFor() {
    QueryMapFigure again = QueryMap.of("", QUERY, 3);

    assertThat(again.spots()).isEqualTo(map.spots());
    assertThat(again.subtitle()).isEqualTo(map.subtitle()).contains("2 nearest keys");
  }

  @Test
  void distancesOnTheMapAreThoseOfThePlaneOfTwoComponents() {
    // Six vectors in three dimensions: a plane cannot lengthen what lies between two of them.
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < i; j++) {
        double onMap = Math.hypot(spot(i).x() - spot(j).x(), spot(i).y() - spot(j).y());
        assertThat(onMap).isLessThan(2.0001);
      }
      double toQuery = Math.hypot(spot(i).x() - spot(0).x(), spot(i).y() - spot(0).y());
      assertThat(toQuery)
          .isLessThanOrEqualTo(Math.sqrt(Math.max(0, 2 - 2 * spot(i).cosine())) + 1e-3);
    }
  }
}
