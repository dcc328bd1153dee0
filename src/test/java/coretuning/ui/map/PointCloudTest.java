package coretuning.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointCloudTest {
  private final PointCloud start =
      new PointCloud(new double[] {0, 2, Double.NaN}, new double[] {0, 4, 1});
  private final PointCloud target = new PointCloud(new double[] {4, 2, 5}, new double[] {8, 4, 1});

  @Test
  void pointsGoStraightAndAPointFromNowhereIsThereAtOnce() {
    PointCloud half = start.towards(target, 0.5);
    assertThat(half.x()).containsExactly(2, 2, 5);
    assertThat(half.y()).containsExactly(4, 4, 1);
    assertThat(start.towards(target, 1).x()).isEqualTo(target.x());
  }

  @Test
  void boundsLeaveOutWhatLiesNowhere() {
    assertThat(start.bounds()).isEqualTo(new Bounds(0, 0, 2, 4));
    assertThat(PointCloud.EMPTY.bounds()).isEqualTo(new Bounds(0, 0, 0, 0));
    assertThat(start.bounds().with(target.bounds())).isEqualTo(new Bounds(0, 0, 5, 8));
  }

  @Test
  void cloudsOfDifferentSizesAreRefused() {
    assertThatThrownBy(() -> start.towards(PointCloud.EMPTY, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
