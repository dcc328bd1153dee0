package coretuning.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Embedding;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.Part;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegativeClassesTest {

  /// Anchor 1 with a hardest negative; samples 1, 2 and 3 are of classes 10, 20 and 30.
  private static Snapshot epoch(int epoch, int negative) {
    var embedding =
        new Embedding(
            epoch, Part.TEST, new int[0], new int[0], new int[0], new float[0], 2, new float[0]);
    return new Snapshot(
        embedding,
        new Spread(0, 0, 0, 0, 0, 0, new double[0]),
        0,
        List.of(new HardPair(1, 1, 1, negative, 2, 0, 0, 0, 0, 0)),
        List.of(
            new FocalWeight(1, 10, 0.5, 0),
            new FocalWeight(2, 20, 0.5, 0),
            new FocalWeight(3, 30, 0.5, 0)));
  }

  @Test
  void theClassMistakenForMostOftenComesFirst() {
    NegativeClasses classes =
        NegativeClasses.of(List.of(epoch(1, 2), epoch(2, 3), epoch(3, 3), epoch(4, 99)));

    assertThat(classes.of(1))
        .containsExactly(new NegativeClasses.Count(30, 2), new NegativeClasses.Count(20, 1));
    assertThat(classes.of(2)).isEmpty();
  }
}
