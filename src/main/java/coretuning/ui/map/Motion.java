package coretuning.ui.map;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Lets points glide from where they are to where they shall be, slow at both ends.
final class Motion extends AnimationTimer {
  private static final double SECONDS = 0.45;

  private final Consumer<PointCloud> place;
  private PointCloud from = PointCloud.EMPTY;
  private PointCloud target = PointCloud.EMPTY;
  private long began;

  /// @param place gets the points of each frame
  Motion(Consumer<PointCloud> place) {
    this.place = place;
  }

  /// Sets out; a motion under way ends where it is.
  void start(PointCloud here, PointCloud there) {
    from = here;
    target = there;
    began = 0;
    start();
  }

  @Override
  public void handle(long now) {
    began = began == 0 ? now : began;
    double share = Math.min(1, (double) (now - began) / TimeUnit.SECONDS.toNanos(1) / SECONDS);
    double eased = share * share * (3 - 2 * share);
    if (share >= 1) {
      stop();
      place.accept(target);
    } else {
      place.accept(from.towards(target, eased));
    }
  }
}
