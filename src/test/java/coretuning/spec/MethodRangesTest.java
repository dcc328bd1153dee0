package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every setting of every method keeps to its range, and says so.
class MethodRangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          l2-sp         | start-penalty     | -1  | start penalty must be at least 0, got -1
          l2-sp         | head-penalty      | NaN | head penalty must be at least 0, got NaN
          delta         | map-penalty       | -1  | map penalty must be at least 0, got -1
          delta         | head-penalty      | -1  | head penalty must be at least 0, got -1
          delta         | attention         | 2   | attention must be one of false, true; got 2
          delta         | attention-epochs  | 0   | attention epochs must be at least 1, got 0
          delta         | attention-batches | 0   | attention batches must be at least 1, got 0
          bss           | shrinkage         | -1  | shrinkage must be at least 0, got -1
          bss           | singular-values   | 0   | singular values must be at least 1, got 0
          rifle         | periods           | 0   | periods must be at least 1, got 0
          mix-and-match | triplet-weight    | -1  | triplet weight must be at least 0, got -1
          mix-and-match | margin            | 5   | margin must lie in [0, 4], got 5
          scl           | share             | 1.1 | share must lie in [0, 1], got 1.1
          scl           | temperature       | 0   | temperature must be above 0, got 0
          bi-tuning     | trade-off         | -1  | trade-off must be at least 0, got -1
          bi-tuning     | temperature       | 0   | temperature must be above 0, got 0
          bi-tuning     | queue-size        | 0   | queue size must be at least 1, got 0
          bi-tuning     | key-momentum      | 2   | key momentum must lie in [0, 1], got 2
          bi-tuning     | projection-size   | 1   | projection size must be at least 2, got 1
          """)
  void aValueOutOfItsRangeIsNamedWithTheRule(
      String method, String setting, String value, String said) {
    MethodSpec defaults = MethodName.ofLabel(method).defaults();
    assertThatThrownBy(() -> Settings.with(defaults, setting, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }

  @Test
  void titlesDiffer() {
    assertThat(MethodName.values()).extracting(MethodName::title).doesNotHaveDuplicates();
  }
}
