package coretuning.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class EntryTest {
  @Test
  void halfPrecisionWidensExactly() {
    // 1.0, -2.0, smallest subnormal, infinity
    Entry half = shorts(DType.F16, 0x3c00, 0xc000, 0x0001, 0x7c00);

    assertThat(half.toFloats())
        .containsExactly(1f, -2f, (float) Math.pow(2, -24), Float.POSITIVE_INFINITY);
  }

  @Test
  void bfloatIsTheUpperHalfOfAFloat() {
    Entry brain = shorts(DType.BF16, 0x3f80, 0xc049, 0x7fc0);

    assertThat(brain.toFloats()).containsExactly(1f, -3.140625f, Float.NaN);
  }

  @Test
  void doublesNarrowToTheNearestFloatAndStayExactAsDoubles() {
    Entry doubles = Entry.of(new double[] {0.1, 1e300}, 2);

    assertThat(doubles.toFloats()).containsExactly(0.1f, Float.POSITIVE_INFINITY);
    assertThat(doubles.toDoubles()).containsExactly(0.1, 1e300);
  }

  @Test
  void integersConvertBothWays() {
    assertThat(Entry.of(new long[] {-1, 1L << 40}, 2).toLongs()).containsExactly(-1, 1L << 40);
    assertThat(Entry.of(new int[] {-7, 8}, 1, 2).toInts()).containsExactly(-7, 8);
    assertThat(Entry.of(new int[] {-7, 8}, 2).toFloats()).containsExactly(-7f, 8f);
    assertThat(Entry.of(new byte[] {0, -1}, 2).toInts()).containsExactly(0, 255);
    assertThat(Entry.of(new byte[] {0, -1}, 2).toDoubles()).containsExactly(0, 255);
    assertThat(Entry.of(new long[] {3}, 1).toFloats()).containsExactly(3f);
  }

  @Test
  void aNumberTooLargeForAnIntIsNotCutOff() {
    Entry entry = Entry.of(new long[] {1L << 40}, 1);

    assertThatThrownBy(entry::toInts).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void floatsAreNotReadAsIntegers() {
    Entry entry = Entry.of(new float[] {1}, 1);

    assertThatThrownBy(entry::toLongs)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("F32");
  }

  @Test
  void shapeAndBytesMustAgree() {
    assertThatThrownBy(() -> Entry.of(new float[] {1, 2, 3}, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [2, 2] of F32 needs 16 bytes, got 12");
    assertThatThrownBy(() -> Entry.of(new float[] {1}, -1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> Entry.of(new float[] {1}, 1L << 62, 4))
        .hasMessageContaining("too large");
  }

  @Test
  void aScalarHasAnEmptyShape() {
    assertThat(Entry.of(new float[] {5}).toFloats()).containsExactly(5f);
    assertThat(Entry.of(new float[] {5})).hasToString("F32 []");
  }

  @Test
  void nothingOutsideCanChangeIt() {
    var shape = new long[] {2};
    var values = new byte[] {1, 2};
    Entry entry = Entry.of(values, shape);
    shape[0] = 7;
    values[0] = 9;
    entry.shape()[0] = 8;
    entry.data().get();

    assertThat(entry.shape()).containsExactly(2);
    assertThat(entry.toInts()).containsExactly(1, 2);
    assertThatThrownBy(() -> entry.data().put((byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  private static Entry shorts(DType dtype, int... bits) {
    ByteBuffer data = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int each : bits) {
      data.putShort((short) each);
    }
    return new Entry(dtype, new long[] {bits.length}, data.flip());
  }
}
