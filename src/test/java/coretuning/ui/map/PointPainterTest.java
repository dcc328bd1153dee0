package coretuning.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PointPainterTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;
  private static final int PAPER = 0xffffffff;
  private static final int GREY = 0xffd0d0d0;
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private final int[] pixels = new int[WIDTH * HEIGHT];

  /// One unit of the map is a pixel, and (0, 0) the middle.
  private int[] paint(PointCloud points, PointLook look) {
    new PointPainter(pixels, WIDTH, HEIGHT)
        .paint(points, look, new Viewport(0, 0, 1), new PointPainter.Ink(PAPER, GREY, 3, 1));
    return pixels;
  }

  private int pixel(int x, int y) {
    return pixels[y * WIDTH + x];
  }

  private static PointCloud at(double... xy) {
    int n = xy.length / 2;
    var x = new double[n];
    var y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = xy[2 * i];
      y[i] = xy[2 * i + 1];
    }
    return new PointCloud(x, y);
  }

  private static BitSet rows(int... rows) {
    var set = new BitSet();
    for (int row : rows) {
      set.set(row);
    }
    return set;
  }

  @Test
  void aDotCoversItsAreaAndNoMore() {
    paint(at(0.1, 0.1), PointLook.plain(new int[] {RED}));
    assertThat(pixel(20, 14)).isEqualTo(RED);
    double covered =
        Arrays.stream(pixels).mapToDouble(pixel -> (255 - (pixel >> 8 & 255)) / 255.0).sum();
    assertThat(covered).isBetween(0.96 * Math.PI * 9, 1.04 * Math.PI * 9);
  }

  @Test
  void upOnTheMapIsUpOnTheScreen() {
    paint(at(-10, 8), PointLook.plain(new int[] {RED}));
    assertThat(pixel(10, 7)).isEqualTo(RED);
  }

  @Test
  void dotsAtTheEdgeAreCutAndThoseBeyondItLeftOut() {
    paint(
        at(20, 15, -20, -15, 1000, 0, Double.NaN, 0, 0, -1e300),
        PointLook.plain(new int[] {RED, BLUE, RED, RED, RED}));
    assertThat(pixel(WIDTH - 1, 0)).isEqualTo(RED);
    assertThat(pixel(0, HEIGHT - 1)).isEqualTo(BLUE);
    assertThat(pixel(20, 15)).isEqualTo(PAPER);
  }

  @Test
  void pointsInFrontCoverGreyOnesAndHiddenOnesAreNotDrawn() {
    var look = new PointLook(new int[] {RED, BLUE, BLUE}, rows(0, 1), rows(0, 2), new BitSet());
    paint(at(0, 0, 3, 0, 10, 0), look);
    assertThat(pixel(20, 15)).isEqualTo(RED);
    assertThat(pixel(24, 15)).isEqualTo(GREY);
    assertThat(pixel(30, 15)).isEqualTo(PAPER);
  }

  @Test
  void aCrossLeavesItsSidesOpen() {
    var look = new PointLook(new int[] {RED}, rows(0), rows(0), rows(0));
    paint(at(0.1, -0.1), look);
    assertThat(pixel(20, 15)).isEqualTo(RED);
    assertThat(pixel(22, 17)).isNotEqualTo(PAPER);
    assertThat(pixel(23, 15)).isEqualTo(PAPER);
  }

  @Test
  void paintingTwiceGivesTheSamePixels() {
    PointCloud points = at(0, 0, 1, 1, 2, 0, -3, 4);
    PointLook look = PointLook.plain(new int[] {RED, BLUE, RED, BLUE});
    int[] first = paint(points, look).clone();
    assertThat(paint(points, look)).isEqualTo(first);
  }
}
