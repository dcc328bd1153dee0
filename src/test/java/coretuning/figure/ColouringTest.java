package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColouringTest {
  @Test
  void kindsHaveTheColoursOfThePalette() {
    var kinds = new Colouring.Kinds(new int[] {1, 0, 1}, List.of("a", "b"), List.of(3, 5));
    int first = Palette.category(3, Style.DARK).getRGB();
    int second = Palette.category(5, Style.DARK).getRGB();
    assertThat(kinds.colours(Style.DARK)).containsExactly(second, first, second);
    assertThat(kinds.text(0)).isEqualTo("b");
    var wanted = new BitSet();
    wanted.set(1);
    assertThat(kinds.rows(wanted).stream()).containsExactly(0, 2);
  }

  @Test
  void amountsRunFromOneEndOfTheScaleToTheOtherAndUnknownOnesAreGrey() {
    var amounts = new Colouring.Amounts(new float[] {0, 0.5f, 2, Float.NaN}, new Range(0, 1));
    int[] colours = amounts.colours(Style.LIGHT);
    assertThat(colours[0]).isEqualTo(Colouring.Amounts.colour(0, Style.LIGHT).getRGB());
    assertThat(colours[2]).isEqualTo(Colouring.Amounts.colour(1, Style.LIGHT).getRGB());
    assertThat(colours[1]).isNotIn(colours[0], colours[2]);
    assertThat(colours[3]).isEqualTo(Style.LIGHT.muted().getRGB());
    assertThat(amounts.text(1)).isEqualTo("0.50");
    assertThat(amounts.text(3)).isEqualTo("–");
  }

  @Test
  void theScaleEndsAtTheNextTenth() {
    assertThat(Range.above(new float[] {0.1f, 0.42f, Float.NaN})).isEqualTo(new Range(0, 0.5));
    assertThat(Range.above(new float[] {0.3f})).isEqualTo(new Range(0, 0.3));
    assertThat(Range.above(new float[0])).isEqualTo(new Range(0, 0.1));
    assertThat(new Range(0, 0.5).with(new Range(-1, 0.2))).isEqualTo(new Range(-1, 0.5));
    assertThatThrownBy(() -> new Range(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
