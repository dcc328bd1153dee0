package coretuning.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Decodes all images of a source on a few threads, each into its own place in a file: the bytes do
/// not depend on the number of threads.
final class ParallelDecoding {
  private static final int MOST_THREADS = 8;

  private final PixelSource source;
  private final int size;
  private final FileChannel channel;
  private final long start;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean failed = new AtomicBoolean();

  /// @param size side of the images in pixels
  /// @param start where in the file the first image goes
  ParallelDecoding(PixelSource source, int size, FileChannel channel, long start) {
    this.source = source;
    this.size = size;
    this.channel = channel;
    this.start = start;
  }

  /// Works until all images are written, or until the first failure, which it throws.
  void run() throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    try (var pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("decoder-", 0).daemon(true).factory())) {
      var parts = new ArrayList<Future<?>>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(this::work));
      }
      for (Future<?> part : parts) {
        await(part);
      }
    }
  }

  private void work() {
    var pixels = new byte[source.channels() * size * size];
    try {
      for (int index = next.getAndIncrement();
          index < source.count() && !failed.get();
          index = next.getAndIncrement()) {
        source.read(index, size, pixels);
        write(pixels, start + (long) index * pixels.length);
      }
    } catch (RuntimeException | Error failure) {
      failed.set(true);
      throw failure;
    }
  }

  private void write(byte[] pixels, long position) {
    var buffer = ByteBuffer.wrap(pixels);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, position + buffer.position());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void await(Future<?> part) throws IOException {
    try {
      part.get();
    } catch (InterruptedException interrupted) {
      failed.set(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("decoding was interrupted");
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case UncheckedIOException disk -> throw new IOException(disk.getMessage(), disk);
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException("a decoder failed", failure);
      }
    }
  }
}
