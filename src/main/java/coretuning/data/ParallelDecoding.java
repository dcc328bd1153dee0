package coretuning.data;

import coretuning.data.image.PixelSource;
import coretuning.result.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Decodes all images of a source on a few threads and writes them one after another: the bytes do
/// not depend on the number of threads, and of several broken images the first is reported.
final class ParallelDecoding {
  private static final int MOST_THREADS = 8;
  private static final int IMAGES_AHEAD_PER_THREAD = 4;

  private final PixelSource source;
  private final int size;
  private final boolean skipBroken;
  private final Decoding decoding;
  private int written;
  private final List<BrokenImage> broken = new ArrayList<>();

  /// @param size side of the images in pixels
  /// @param skipBroken whether a broken image becomes zeros and is listed, instead of ending all
  /// @param decoding hears of every image and may end it
  ParallelDecoding(PixelSource source, int size, boolean skipBroken, Decoding decoding) {
    this.source = source;
    this.size = size;
    this.skipBroken = skipBroken;
    this.decoding = decoding;
  }

  /// One image.
  ///
  /// @param problem why the pixels are zeros
  private record Decoded(int index, byte[] pixels, Optional<Problem> problem) {}

  /// Writes all images, or stops at the first that cannot be read.
  ///
  /// @return the images left out
  List<BrokenImage> writeTo(OutputStream out) throws IOException {
    return writeTo(out, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /// As above on a given number of threads.
  List<BrokenImage> writeTo(OutputStream out, int threads) throws IOException {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("decoder-", 0).daemon(true).factory());
    try {
      Queue<Future<Decoded>> ahead = new ArrayDeque<>();
      for (int index = 0; index < source.count(); index++) {
        int started = index;
        ahead.add(pool.submit(() -> decoded(started)));
        if (ahead.size() > threads * IMAGES_AHEAD_PER_THREAD) {
          take(result(ahead.remove()), out);
        }
      }
      for (Future<Decoded> rest : ahead) {
        take(result(rest), out);
      }
      return List.copyOf(broken);
    } finally {
      pool.shutdownNow();
    }
  }

  private void take(Decoded decoded, OutputStream out) throws IOException {
    decoded
        .problem()
        .ifPresent(problem -> {
          if (!skipBroken) {
            throw problem;
          }
          broken.add(new BrokenImage(decoded.index(), problem));
        });
    out.write(decoded.pixels());
    decoding.at(++written, source.count());
    if (!decoding.goesOn()) {
      throw new Decoding.Stopped();
    }
  }

  private Decoded decoded(int index) {
    var pixels = new byte[source.channels() * size * size];
    try {
      source.read(index, size, pixels);
      return new Decoded(index, pixels, Optional.empty());
    } catch (Problem problem) {
      return new Decoded(index, new byte[pixels.length], Optional.of(problem));
    }
  }

  private static Decoded result(Future<Decoded> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("decoding was interrupted");
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException("a decoder failed", failure);
      }
    }
  }
}
