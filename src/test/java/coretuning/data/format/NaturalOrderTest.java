package coretuning.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void digitsCompareAsNumbersAndTheOrderIsTotal() {
    var order = new NaturalOrder();
    var names = List.of("a", "a1", "a01", "a2b", "a10", "a10b", "b", "10", "9");

    assertThat(names.stream().sorted(order))
        .containsExactly("9", "10", "a", "a01", "a1", "a2b", "a10", "a10b", "b");
    for (String one : names) {
      for (String other : names) {
        assertThat(Integer.signum(order.compare(one, other)))
            .isEqualTo(-Integer.signum(order.compare(other, one)));
        assertThat(order.compare(one, other) == 0).isEqualTo(one.equals(other));
      }
    }
  }
}
