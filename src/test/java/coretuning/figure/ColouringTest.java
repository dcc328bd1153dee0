package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
  void theScaleEndsWhereNearlyAllValuesDo() {
    var values = new float[101];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 250f;
    }
    values[100] = 7;
    Range most = Range.ofMost(values);
    assertThat(most.to()).isCloseTo(0.4, within(1e-9));
    assertThat(most.isCapped()).isTrue();
    assertThat(most.tick(1)).isEqualTo("≥ 0.40");
    assertThat(most.tick(0.5)).isEqualTo("0.20");
    assertThat(new Colouring.Amounts(values, most).text(100)).isEqualTo("7.00");

    Range all = Range.ofMost(new float[] {0.1f, 0.42f, Float.NaN, Float.POSITIVE_INFINITY});
    assertThat(all.to()).isCloseTo(0.42, within(1e-6));
    assertThat(all.isCapped()).isFalse();
    assertThat(all.tick(1)).isEqualTo("0.42");
    assertThat(Range.ofMost(new float[0])).isEqualTo(new Range(0, 0.1));
    assertThat(Range.ofMost(new float[] {0, 0})).isEqualTo(new Range(0, 0.1));
  }

  @Test
  void aScaleAroundValuesEndsAtFullTenths() {
    assertThat(Range.around(new float[] {0.55f, Float.NaN, 0.88f})).isEqualTo(new Range(0.5, 0.9));
    assertThat(Range.around(new float[] {0.3f}).from()).isCloseTo(0.3, within(1e-9));
    assertThat(Range.around(new float[] {0.3f}).to()).isCloseTo(0.4, within(1e-9));
    assertThat(Range.around(new float[] {Float.NaN})).isEqualTo(Range.UNIT);
  }

  @Test
  void scalesOfSeveralMapsBecomeOne() {
    assertThat(new Range(0, 0.5).with(new Range(-1, 0.2))).isEqualTo(new Range(-1, 0.5));
    assertThat(new Range(0, 0.5, true).with(new Range(0, 1)).isCapped()).isTrue();
    assertThatThrownBy(() -> new Range(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
