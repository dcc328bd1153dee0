package coretuning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.objective.Cosine;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HardNegativesTest {
  private static final int QUERIES = 5;
  private static final int KEYS = 30;
  private static final int D = 4;
  private static final SynthesisSpec SPEC = new SynthesisSpec(6, 40, 20, 0.3, 0, false);

  private final NDManager manager = Tensors.newManager();
  private final NDArray query = unit(QUERIES, 1);
  private final NDArray keys = unit(KEYS, 2);
  private final NDArray cosines = Cosine.similarities(query, keys);

  private NDArray unit(int rows, long seed) {
    return Cosine.unitRows(Tensors.matrix(manager, Tensors.normalRows(rows, D, new Random(seed))));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /// The rows of the keys nearest to a query, by sorting.
  private Set<Integer> nearest(int row, int count) {
    double[] all = Transfer.toDoubles(cosines);
    return IntStream.range(0, KEYS)
        .boxed()
        .sorted(Comparator.comparingDouble(key -> -all[row * KEYS + key]))
        .limit(count)
        .collect(Collectors.toSet());
  }

  @Test
  void parentsAreDifferentKeysAmongTheHardest() {
    Parents parents = new HardNegatives(SPEC).draw(cosines, new Random(3));

    assertThat(parents.count()).isEqualTo(60);
    for (int i = 0; i < QUERIES; i++) {
      Set<Integer> hardest = nearest(i, 6);
      for (int k = 0; k < 60; k++) {
        int place = i * 60 + k;
        assertThat(hardest).contains(parents.second()[place]);
        if (k < 40) {
          assertThat(hardest).contains(parents.first()[place]);
          assertThat(parents.first()[place]).isNotEqualTo(parents.second()[place]);
          assertThat(parents.shares()[place]).isBetween(0.0, 1.0);
        } else {
          assertThat(parents.first()[place]).isEqualTo(Parents.QUERY);
          assertThat(parents.shares()[place]).isBetween(0.0, 0.3);
        }
      }
      int from = i * 60;
      assertThat(
              Arrays.stream(parents.second(), from, from + 60).boxed().collect(Collectors.toSet()))
          .isEqualTo(hardest);
    }
  }

  @Test
  void vectorsAreTheMixesOfTheirParents() {
    var hard = new HardNegatives(SPEC);
    Parents parents = hard.draw(cosines, new Random(4));

    double[] vectors = Transfer.toDoubles(hard.vectors(query, keys, parents));

    double[] q = Transfer.toDoubles(query);
    double[] n = Transfer.toDoubles(keys);
    assertThat(vectors).hasSize(QUERIES * 60 * D);
    for (int place = 0; place < QUERIES * 60; place++) {
      int first = parents.first()[place];
      double share = parents.shares()[place];
      var mix = new double[D];
      double squares = 0;
      for (int d = 0; d < D; d++) {
        double one = first == Parents.QUERY ? q[place / 60 * D + d] : n[first * D + d];
        mix[d] = share * one + (1 - share) * n[parents.second()[place] * D + d];
        squares += mix[d] * mix[d];
      }
      for (int d = 0; d < D; d++) {
        assertThat(vectors[place * D + d]).isCloseTo(mix[d] / Math.sqrt(squares), within(1e-12));
      }
    }
  }

  @Test
  void theOracleKeepsKeysOfTheOwnClassFromBeingParents() {
    int[] labels = {0, 1, 2, 0, 1};
    long[] keyLabels = IntStream.range(0, KEYS).mapToLong(key -> key % 3).toArray();
    NDArray excluded =
        cosines.add(OwnClass.exclusion(manager, labels, keyLabels, DataType.FLOAT64));

    Parents parents =
        new HardNegatives(new SynthesisSpec(25, 30, 0, 0.5, 0, true)).draw(excluded, new Random(5));

    for (int place = 0; place < QUERIES * 30; place++) {
      int own = labels[place / 30];
      assertThat(keyLabels[parents.first()[place]]).isNotEqualTo(own);
      assertThat(keyLabels[parents.second()[place]]).isNotEqualTo(own);
    }
  }

  @Test
  void aQueueOfOneUsableKeyIsRefused() {
    assertThatThrownBy(() -> new HardNegatives(SPEC).draw(cosines.get(":, 0:1"), new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 keys")
        .hasMessageContaining("got 1");
  }

  @Test
  void theSameSeedDrawsTheSameParents() {
    var hard = new HardNegatives(SPEC);

    Parents once = hard.draw(cosines, new Random(7));
    Parents again = hard.draw(cosines, new Random(7));

    assertThat(once.first()).isEqualTo(again.first());
    assertThat(once.second()).isEqualTo(again.second());
    assertThat(once.shares()).isEqualTo(again.shares());
  }
}
