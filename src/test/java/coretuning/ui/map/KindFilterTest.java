package coretuning.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindFilterTest {
  @Test
  void aClickLeavesOneKindAndAnotherClickAll() {
    var filter = new KindFilter();
    filter.only(1, 3);
    assertThat(filter.hiddenProperty().get().stream()).containsExactly(0, 2);
    filter.only(1, 3);
    assertThat(filter.hiddenProperty().get().isEmpty()).isTrue();
    filter.toggle(0, 2);
    filter.toggle(1, 2);
    assertThat(filter.hiddenProperty().get().stream()).as("the last one stays").containsExactly(0);
    filter.clear();
    assertThat(filter.hiddenProperty().get().isEmpty()).isTrue();
  }
}
