package coretuning.data;

import coretuning.data.doctor.DataDoctor;
import coretuning.data.format.Formats;
import coretuning.data.format.Samples;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Measures decoding, scanning and the cache on a data set given as argument: images a second by
/// number of threads, cold and warm, and the memory that is left in use. Not a test: start it by
/// hand.
final class DataBenchmark {
  private static final int SIZE = 96;
  private static final double MIB = 1 << 20;

  private DataBenchmark() {}

  /// @param words path of the data set, then numbers of threads
  public static void main(String[] words) throws IOException {
    Path data = Path.of(words[0]);
    Path cache = Files.createTempDirectory("benchmark");
    try (DataRoot root = DataRoot.open(data, cache)) {
      Samples samples = Formats.read(DataFormat.AUTO, root.path(), SampleChoice.standard());
      int count = samples.samples().size();
      for (int i = 1; i < words.length; i++) {
        int threads = Integer.parseInt(words[i]);
        measure("decode, %d threads".formatted(threads), count, () -> decode(samples, threads));
        measure(
            "scan, %d threads".formatted(threads),
            count,
            () ->
                DataDoctor.examine(
                    new DataDoctor.Question(
                        data, DataFormat.AUTO, SampleChoice.standard(), 64, threads, cache),
                    new RunControl(),
                    (done, all) -> {}));
      }
      var spec = IdxFiles.spec(DataFormat.AUTO, data, SIZE);
      measure("cache, cold", count, () -> Datasets.open(spec, cache));
      measure("cache, warm", count, () -> Datasets.open(spec, cache));
    }
  }

  private static void decode(Samples samples, int threads) {
    try {
      new ParallelDecoding(samples.pixels(), SIZE, false, Decoding.unwatched())
          .writeTo(OutputStream.nullOutputStream(), threads);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void measure(String what, int images, Runnable action) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long begin = System.nanoTime();
    action.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
    System.gc();
    System.out.printf(
        "%-20s %8.1f images/s, %6.1f s, %8.1f images per processor second, %.0f MiB heap after%n",
        what,
        images / seconds,
        seconds,
        images / cpuSeconds,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB);
  }
}
