package coretuning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /// Values of the usual printed tables, three decimals.
  @ParameterizedTest
  @CsvSource({
    "1, 0.95, 12.706",
    "2, 0.95, 4.303",
    "3, 0.95, 3.182",
    "4, 0.95, 2.776",
    "5, 0.95, 2.571",
    "9, 0.95, 2.262",
    "10, 0.95, 2.228",
    "30, 0.95, 2.042",
    "120, 0.95, 1.980",
    "1, 0.99, 63.657",
    "2, 0.99, 9.925",
    "7, 0.90, 1.895",
    "20, 0.99, 2.845"
  })
  void matchesThePrintedTables(int freedom, double confidence, double expected) {
    assertThat(StudentT.quantile(confidence, freedom)).isCloseTo(expected, within(6e-4));
  }

  @Test
  void oneDegreeOfFreedomIsTheCauchyDistribution() {
    assertThat(StudentT.quantile(0.95, 1)).isCloseTo(Math.tan(0.95 * Math.PI / 2), within(1e-9));
  }

  @Test
  void twoDegreesOfFreedomHaveAClosedForm() {
    assertThat(StudentT.within(3, 2)).isCloseTo(3 / Math.sqrt(2 + 9), within(1e-15));
  }

  @Test
  void manyDegreesOfFreedomApproachTheNormalDistribution() {
    assertThat(StudentT.quantile(0.95, 100_000)).isCloseTo(1.959964, within(1e-4));
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> StudentT.quantile(1, 3)).hasMessageContaining("confidence");
    assertThatThrownBy(() -> StudentT.quantile(0.95, 0)).hasMessageContaining("freedom");
  }
}
