package coretuning.ui.plot;

import coretuning.figure.Figure;
import coretuning.figure.FigureImage;
import coretuning.figure.NoDataFigure;
import coretuning.figure.Style;
import coretuning.ui.support.FxThread;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Paints one view's figure away from the JavaFX thread. Of several requests only the newest is
/// painted: while one is in hand, older waiting ones are forgotten.
final class Painter {
  private static final Logger LOG = LoggerFactory.getLogger(Painter.class);

  /// One thread for all views: it ends when no view has had anything to paint for a while.
  private static final ExecutorService LANE = lane();

  /// Number of the newest request.
  private final AtomicLong newest = new AtomicLong();

  private final Consumer<Painted> shown;

  /// What to paint.
  ///
  /// @param width in device pixels, at least 1
  /// @param height in device pixels, at least 1
  /// @param scale device pixels per logical pixel
  record Request(Figure figure, Style style, int width, int height, double scale) {}

  /// A request and its image.
  record Painted(Request request, Image image) {}

  /// @param shown gets each image on the JavaFX thread, unless a newer request came meanwhile
  Painter(Consumer<Painted> shown) {
    this.shown = shown;
  }

  /// Returns at once. Call on the JavaFX thread.
  void paint(Request request) {
    long number = newest.incrementAndGet();
    LANE.execute(() -> paintIfNewest(number, request));
  }

  private void paintIfNewest(long number, Request request) {
    if (newest.get() != number) {
      return;
    }
    BufferedImage image = draw(request);
    FxThread.later(() -> {
      if (newest.get() == number) {
        shown.accept(new Painted(request, share(image)));
      }
    });
  }

  private static BufferedImage draw(Request request) {
    try {
      return draw(request, request.figure());
    } catch (RuntimeException failure) {
      LOG.error("a figure could not be drawn", failure);
      return draw(request, new NoDataFigure("this figure could not be drawn: " + failure));
    }
  }

  private static BufferedImage draw(Request request, Figure figure) {
    return FigureImage.paint(
        figure,
        BufferedImage.TYPE_INT_ARGB_PRE,
        request.width(),
        request.height(),
        request.scale(),
        request.style());
  }

  /// The same pixels as an image of the scene, not copied.
  static Image share(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return new WritableImage(
        new PixelBuffer<>(
            image.getWidth(),
            image.getHeight(),
            IntBuffer.wrap(pixels),
            PixelFormat.getIntArgbPreInstance()));
  }

  private static ExecutorService lane() {
    var lane =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("figure-lane").daemon(true).factory());
    lane.allowCoreThreadTimeOut(true);
    return lane;
  }
}
