package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static int[] shown(int epochs) {
    return IntStream.rangeClosed(1, epochs)
        .filter(epoch -> ProgressLine.isShown(epoch, epochs))
        .toArray();
  }

  @Test
  void everyEpochOfAShortRunHasItsLine() {
    assertThat(shown(3)).containsExactly(1, 2, 3);
    assertThat(shown(25)).hasSize(25);
  }

  @Test
  void ofALongRunEveryFewAndTheLast() {
    assertThat(shown(200)).hasSize(25).startsWith(8, 16).endsWith(192, 200);
    assertThat(shown(26)).startsWith(2, 4).endsWith(24, 26);
    assertThat(shown(99)).endsWith(96, 99);
  }
}
