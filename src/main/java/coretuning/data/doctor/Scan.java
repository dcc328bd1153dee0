package coretuning.data.doctor;

import coretuning.data.image.ImageExamination;
import coretuning.result.DataReport;
import coretuning.result.RunControl;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// Examines images one after another on a few threads. Of each only hashes and sizes are kept; no
/// more images than threads, and a few ahead, are in memory at a time.
final class Scan {
  private static final int AHEAD_PER_THREAD = 4;

  private final int count;
  private final IntFunction<ImageExamination> examine;
  private final IntFunction<String> name;
  private final Findings findings;
  private final Copies copies;
  private final int[] widths;
  private final int[] heights;
  private final Map<String, Integer> formats = new TreeMap<>();
  private final Map<String, Integer> channels = new TreeMap<>();
  private int examined;
  private int whole;
  private long bytes;

  /// @param examine looks at the image of an index, on any thread
  /// @param name of an image, for findings
  Scan(
      int count,
      IntFunction<ImageExamination> examine,
      IntFunction<String> name,
      Findings findings) {
    this.count = count;
    this.examine = examine;
    this.name = name;
    this.findings = findings;
    copies = new Copies(count);
    widths = new int[count];
    heights = new int[count];
  }

  /// Runs to the last image or until a stop.
  ///
  /// @param progress gets the number of images examined so far
  void run(int threads, RunControl control, IntConsumer progress) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("doctor-", 0).daemon(true).factory());
    try {
      Queue<Future<ImageExamination>> ahead = new ArrayDeque<>();
      int next = 0;
      while (examined < count && control.awaitGo()) {
        while (next < count && ahead.size() < threads * AHEAD_PER_THREAD) {
          int index = next++;
          ahead.add(pool.submit(() -> examine.apply(index)));
        }
        take(result(ahead.remove()));
        progress.accept(examined);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static ImageExamination result(Future<ImageExamination> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the scan was interrupted", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("an examination failed", failure.getCause());
    }
  }

  private void take(ImageExamination image) {
    int index = examined++;
    bytes += image.bytes();
    image.findings().forEach((kind, detail) -> findings.add(kind, name.apply(index), detail));
    image
        .header()
        .ifPresent(header -> {
          formats.merge(header.format(), 1, Integer::sum);
          channels.merge(header.channels(), 1, Integer::sum);
        });
    image
        .picture()
        .ifPresent(picture -> {
          copies.add(index, image.sha256(), picture);
          widths[whole] = image.width();
          heights[whole++] = image.height();
        });
  }

  Copies copies() {
    return copies;
  }

  int examined() {
    return examined;
  }

  long bytes() {
    return bytes;
  }

  SequencedMap<String, Integer> formats() {
    return new LinkedHashMap<>(formats);
  }

  SequencedMap<String, Integer> channels() {
    return new LinkedHashMap<>(channels);
  }

  DataReport.Sizes sizes() {
    if (whole == 0) {
      return new DataReport.Sizes(0, 0, 0, 0, 0, 0);
    }
    Arrays.sort(widths, 0, whole);
    Arrays.sort(heights, 0, whole);
    return new DataReport.Sizes(
        widths[0],
        widths[whole / 2],
        widths[whole - 1],
        heights[0],
        heights[whole / 2],
        heights[whole - 1]);
  }
}
