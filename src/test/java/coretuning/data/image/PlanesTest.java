package coretuning.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlanesTest {
  @Test
  void anImageOfTheRightSizeIsCopiedBitForBit() {
    byte[] pixels = bytes(0, 1, 127, 128, 200, 255, 7, 9);

    assertThat(square(new Planes(2, 2, 2, pixels, 0), 2)).isEqualTo(pixels);
  }

  @Test
  void theCentreOfAWideImageIsKept() {
    var wide = new Planes(1, 1, 5, bytes(10, 20, 30, 40, 50), 0);

    assertThat(square(wide, 1)).containsExactly(30);
  }

  @Test
  void theCentreOfATallImageIsKept() {
    var tall = new Planes(1, 4, 2, bytes(1, 1, 2, 3, 4, 5, 9, 9), 0);

    assertThat(square(tall, 2)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void shrinkingByTwoWeighsPixelsByTheirDistance() {
    // Output 0 is centred at 1 with half-width 2: pixel centres 0.5, 1.5, 2.5 weigh 3/4, 3/4, 1/4.
    var row = new Planes(1, 4, 4, repeatedRows(bytes(10, 20, 30, 70), 4), 0);

    int left = Math.round((0.75f * 10 + 0.75f * 20 + 0.25f * 30) / 1.75f);
    int right = Math.round((0.25f * 20 + 0.75f * 30 + 0.75f * 70) / 1.75f);
    assertThat(square(row, 2)).containsExactly(left, right, left, right);
  }

  @Test
  void enlargingByTwoIsBilinear() {
    var row = new Planes(1, 2, 2, repeatedRows(bytes(0, 200), 2), 0);

    assertThat(square(row, 4)).startsWith(bytes(0, 50, 150, 200));
  }

  @Test
  void aConstantImageStaysConstantAtAnySize() {
    var constant = new byte[3 * 13 * 17];
    java.util.Arrays.fill(constant, (byte) 201);
    for (int size : new int[] {1, 5, 12, 14, 40}) {
      assertThat(square(new Planes(3, 13, 17, constant, 0), size)).containsOnly(201);
    }
  }

  @Test
  void aWindowOutsideTheImageIsRefused() {
    assertThatThrownBy(() -> TriangleFilter.of(-1, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got from -1, span 2, outputs 2");
  }

  private static byte[] square(Planes planes, int size) {
    var into = new byte[planes.channels() * size * size];
    planes.writeSquare(size, into);
    return into;
  }

  private static byte[] repeatedRows(byte[] row, int times) {
    var all = new byte[row.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = row[i % row.length];
    }
    return all;
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
