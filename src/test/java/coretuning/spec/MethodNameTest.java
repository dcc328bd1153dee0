package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MethodNameTest {
  @Test
  void everyMethodHasExactlyOneName() {
    assertThat(Arrays.stream(MethodName.values()).<Class<?>>map(each -> each.defaults().getClass()))
        .containsExactlyInAnyOrder(MethodSpec.class.getPermittedSubclasses());
    for (MethodName each : MethodName.values()) {
      assertThat(MethodName.of(each.defaults())).isEqualTo(each);
      assertThat(MethodName.ofLabel(each.label())).isEqualTo(each);
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> MethodName.ofLabel("core"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ce-tuning, core-tuning")
        .hasMessageEndingWith("got core");
  }
}
