package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  @Test
  void theSameSeedAndKeysGiveTheSameStream() {
    assertThat(RandomStream.of(1, 2, 3).longs(5)).containsExactlyElementsOf(first(1, 2, 3));
  }

  @Test
  void neighbouringSeedsAndKeysGiveDifferentStreams() {
    var seen = new HashSet<Long>();
    for (long seed = 0; seed < 20; seed++) {
      for (long epoch = 0; epoch < 20; epoch++) {
        for (long sample = 0; sample < 20; sample++) {
          seen.add(RandomStream.of(seed, epoch, sample).nextLong());
        }
      }
    }

    assertThat(seen).hasSize(8000);
  }

  @Test
  void theOrderOfKeysMatters() {
    assertThat(RandomStream.of(1, 2, 3).nextLong())
        .isNotEqualTo(RandomStream.of(1, 3, 2).nextLong());
  }

  @Test
  void shufflingKeepsEveryValueAndPutsEachEverywhere() {
    var sums = new double[5];
    for (int trial = 0; trial < 4000; trial++) {
      int[] values = IntStream.range(0, 5).toArray();
      RandomStream.shuffle(values, RandomStream.of(trial));
      assertThat(values).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
      for (int place = 0; place < 5; place++) {
        sums[place] += values[place] / 4000.0;
      }
    }

    // The mean of 4000 uniform draws from 0..4 has standard deviation 0.022.
    assertThat(sums)
        .satisfies(means -> {
          for (double mean : means) {
            assertThat(mean).isBetween(1.9, 2.1);
          }
        });
  }

  private static Iterable<Long> first(long seed, long... keys) {
    return RandomStream.of(seed, keys).longs(5).boxed().toList();
  }
}
