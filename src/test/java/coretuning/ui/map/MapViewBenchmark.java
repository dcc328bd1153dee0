package coretuning.ui.map;

import coretuning.figure.Palette;
import coretuning.figure.Style;
import coretuning.ui.support.Pick;
import java.awt.Color;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Frame times of a map of 900 x 640 pixels that is moved and enlarged in every frame: the time
/// between frames, and the time that drawing takes of it. One command, sizes as you like:
///
/// ```
/// mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///   -Dexec.args="--enable-native-access=ALL-UNNAMED -Dglass.platform=Headless -Dprism.order=sw \
///   -cp %classpath coretuning.ui.map.MapViewBenchmark 1000 10000 60000 200000"
/// ```
final class MapViewBenchmark {
  private static final int WARM_UP = 30;
  private static final int FRAMES = 150;
  private static final int CLASSES = 10;

  private MapViewBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(1000, 10_000, 60_000, 200_000)
            : Arrays.stream(arguments).map(Integer::valueOf).toList();
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    System.out.printf(
        "%d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    for (int n : sizes) {
      measure(n);
    }
    Platform.exit();
  }

  private static void measure(int n) throws InterruptedException {
    var done = new CountDownLatch(1);
    var gaps = new long[WARM_UP + FRAMES];
    var painting = new long[WARM_UP + FRAMES];
    Platform.runLater(() -> {
      var view = new MapView(new Deaf());
      view.setPoints(clusters(n), false);
      view.setLook(PointLook.plain(colours(n)));
      var stage = new Stage();
      stage.setScene(new Scene(view, 900, 640));
      stage.show();
      new AnimationTimer() {
        private int frame;
        private long last = System.nanoTime();

        @Override
        public void handle(long ignored) {
          long now = System.nanoTime();
          gaps[frame] = now - last;
          last = now;
          boolean nearer = frame / 20 % 2 == 0;
          view.zoom(nearer ? 1.05 : 1 / 1.05, 450 + 5 * (frame % 20), 320);
          view.pan(nearer ? 3 : -3, 2);
          view.layout();
          painting[frame] = System.nanoTime() - now;
          if (++frame == gaps.length) {
            stop();
            stage.close();
            done.countDown();
          }
        }
      }.start();
    });
    done.await();
    System.out.printf(
        Locale.ROOT,
        "%7d points: frame median %5.1f ms, 95 %% %5.1f ms; drawing median %5.1f ms%n",
        n,
        millis(gaps, 0.5),
        millis(gaps, 0.95),
        millis(painting, 0.5));
  }

  private static double millis(long[] nanos, double share) {
    long[] sorted = Arrays.stream(nanos).skip(WARM_UP).sorted().toArray();
    return (double) sorted[(int) (share * (sorted.length - 1))] / TimeUnit.MILLISECONDS.toNanos(1);
  }

  private static PointCloud clusters(int n) {
    var random = new SplittableRandom(1);
    var x = new double[n];
    var y = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * (i % CLASSES) / CLASSES;
      x[i] = 30 * Math.cos(angle) + 5 * random.nextGaussian();
      y[i] = 30 * Math.sin(angle) + 5 * random.nextGaussian();
    }
    return new PointCloud(x, y);
  }

  private static int[] colours(int n) {
    int[] palette = new int[CLASSES];
    Arrays.setAll(
        palette,
        k -> {
          Color color = Palette.category(k, Style.LIGHT);
          return color.getRGB();
        });
    int[] colours = new int[n];
    Arrays.setAll(colours, i -> palette[i % CLASSES]);
    return colours;
  }

  private static final class Deaf implements MapListener {
    @Override
    public void hovered(OptionalInt row, double x, double y) {}

    @Override
    public void clicked(OptionalInt row, Pick pick) {}

    @Override
    public void enclosed(BitSet rows, Pick pick) {}
  }
}
