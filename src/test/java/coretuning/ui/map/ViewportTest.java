package coretuning.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 300;

  @Test
  void everythingFitsWithAMarginAndKeepsItsProportions() {
    var bounds = new Bounds(-10, 0, 30, 20);
    Viewport viewport = Viewport.fitting(bounds, WIDTH, HEIGHT);
    assertThat(viewport.scale()).isCloseTo(370.0 / 40, within(1e-12));
    assertThat(viewport.screenX(-10, WIDTH)).isCloseTo(15, within(1e-9));
    assertThat(viewport.screenX(30, WIDTH)).isCloseTo(385, within(1e-9));
    assertThat(viewport.screenY(10, HEIGHT)).isCloseTo(150, within(1e-9));
    assertThat(viewport.screenY(20, HEIGHT)).isLessThan(150);
  }

  @Test
  void aMapOfOnePlaceIsShownInTheMiddle() {
    Viewport viewport = Viewport.fitting(new Bounds(3, 4, 3, 4), WIDTH, HEIGHT);
    assertThat(viewport.screenX(3, WIDTH)).isEqualTo(200);
    assertThat(viewport.screenY(4, HEIGHT)).isEqualTo(150);
  }

  @Test
  void screenAndMapAreEachOthersInverse() {
    var viewport = new Viewport(2, -7, 13);
    assertThat(viewport.mapX(viewport.screenX(5, WIDTH), WIDTH)).isCloseTo(5, within(1e-12));
    assertThat(viewport.mapY(viewport.screenY(5, HEIGHT), HEIGHT)).isCloseTo(5, within(1e-12));
  }

  @Test
  void zoomingKeepsThePlaceUnderThePointer() {
    var viewport = new Viewport(2, -7, 13);
    Viewport larger = viewport.zoomed(3, 70 - WIDTH / 2, 40 - HEIGHT / 2);
    assertThat(larger.scale()).isEqualTo(39);
    assertThat(larger.mapX(70, WIDTH)).isCloseTo(viewport.mapX(70, WIDTH), within(1e-12));
    assertThat(larger.mapY(40, HEIGHT)).isCloseTo(viewport.mapY(40, HEIGHT), within(1e-12));
  }

  @Test
  void panningShiftsThePicture() {
    var viewport = new Viewport(2, -7, 13);
    Viewport shifted = viewport.panned(10, 20);
    assertThat(shifted.screenX(0, WIDTH)).isCloseTo(viewport.screenX(0, WIDTH) + 10, within(1e-9));
    assertThat(shifted.screenY(0, HEIGHT))
        .isCloseTo(viewport.screenY(0, HEIGHT) + 20, within(1e-9));
  }

  @Test
  void anImpossibleScaleIsRefused() {
    assertThatThrownBy(() -> new Viewport(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Viewport(Double.NaN, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
