package coretuning.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
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

  /// @param size side of the images in pixels
  ParallelDecoding(PixelSource source, int size) {
    this.source = source;
    this.size = size;
  }

  /// Writes all images, or stops at the first that cannot be read.
  void writeTo(OutputStream out) throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("decoder-", 0).daemon(true).factory());
    try {
      Queue<Future<byte[]>> ahead = new ArrayDeque<>();
      for (int index = 0; index < source.count(); index++) {
        int started = index;
        ahead.add(pool.submit(() -> decoded(started)));
        if (ahead.size() > threads * IMAGES_AHEAD_PER_THREAD) {
          out.write(result(ahead.remove()));
        }
      }
      for (Future<byte[]> rest : ahead) {
        out.write(result(rest));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private byte[] decoded(int index) {
    var pixels = new byte[source.channels() * size * size];
    source.read(index, size, pixels);
    return pixels;
  }

  private static byte[] result(Future<byte[]> future) throws IOException {
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
