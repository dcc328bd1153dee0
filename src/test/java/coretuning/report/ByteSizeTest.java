package coretuning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "1023,1023 B",
    "1024,1.0 KiB",
    "1536,1.5 KiB",
    "1048575,1.0 MiB",
    "5368709120,5.0 GiB",
    "9223372036854775807,8388608.0 TiB"
  })
  void aSizeIsReadInTheUnitThatSuitsIt(long bytes, String text) {
    assertThat(ByteSize.text(bytes)).isEqualTo(text);
  }

  @Test
  void aNegativeSizeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.text(-1));
  }
}
