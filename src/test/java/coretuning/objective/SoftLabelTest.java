package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoftLabelTest {
  /// Every ordered pair of different classes at one share of the second.
  private static List<SoftLabel> pairs(int classes, double share) {
    var pairs = new ArrayList<SoftLabel>();
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        if (i != j) {
          pairs.add(SoftLabel.mixed(j, share, i));
        }
      }
    }
    return pairs;
  }

  private static long distinct(int[] codes) {
    return Arrays.stream(codes).distinct().count();
  }

  @Test
  void ninetyPairsOfTenClassesGiveEightySevenCodesAsInTheReleasedCode() {
    assertThat(distinct(SoftLabel.encode(pairs(10, 0.8), 10))).isEqualTo(87);
  }

  @Test
  void smallSharesOfLowClassesBesideHighOnesAreLostInFloat32() {
    var collide = List.of(SoftLabel.mixed(8, 0.8, 0), SoftLabel.mixed(8, 0.8, 1));
    var alsoCollide = IntStream.range(0, 4).mapToObj(low -> SoftLabel.mixed(9, 0.8, low)).toList();

    assertThat(SoftLabel.encode(collide, 10)).containsExactly(0, 0);
    assertThat(SoftLabel.encode(alsoCollide, 10)).containsExactly(0, 0, 0, 1);
  }

  @Test
  void beyondEighteenClassesLabelsAreComparedThemselves() {
    assertThat(distinct(SoftLabel.encode(pairs(18, 0.8), 18))).isLessThan(18 * 17);
    assertThat(distinct(SoftLabel.encode(pairs(19, 0.8), 19))).isEqualTo(19 * 18);
    assertThat(distinct(SoftLabel.encode(pairs(100, 0.8), 100))).isEqualTo(9900);
    assertThat(SoftLabel.encode(IntStream.of(64, 99, 64).mapToObj(SoftLabel::of).toList(), 100))
        .containsExactly(0, 1, 0);
  }

  @Test
  void aMixOfOneClassIsThatClass() {
    assertThat(SoftLabel.mixed(3, 0.31, 3)).isEqualTo(SoftLabel.of(3));
    assertThat(SoftLabel.mixed(3, 1, 5)).isEqualTo(SoftLabel.of(3));
    assertThat(SoftLabel.mixed(3, 0, 5)).isEqualTo(SoftLabel.of(5));
    assertThat(SoftLabel.mixed(3, 1 - 1e-12, 5)).as("in float32").isEqualTo(SoftLabel.of(3));
  }

  @Test
  void theOrderOfClassesDoesNotMatterButTheirSharesDo() {
    assertThat(SoftLabel.mixed(2, 0.75, 7)).isEqualTo(SoftLabel.mixed(7, 0.25, 2));
    assertThat(SoftLabel.mixed(2, 0.75, 7)).isNotEqualTo(SoftLabel.mixed(7, 0.75, 2));
    assertThat(
            SoftLabel.encode(
                List.of(
                    SoftLabel.of(2),
                    SoftLabel.mixed(2, 0.8, 7),
                    SoftLabel.mixed(7, 0.8, 2),
                    SoftLabel.mixed(2, 0.8, 7),
                    SoftLabel.mixed(2, 0.81, 7)),
                10))
        .containsExactly(0, 1, 2, 1, 3);
  }
}
