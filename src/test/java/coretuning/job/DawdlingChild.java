package coretuning.job;

import coretuning.result.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A process of its own that runs a job slowly, so that it can be killed between two steps.
///
/// @param store folder of runs that it was given as its only argument
/// @param log what it printed
record DawdlingChild(Process process, Path store, Path log) {
  private static final long MILLIS_AFTER_A_STEP = 250;

  /// Starts it.
  ///
  /// @param main has a main method that runs a job with [#dawdling]
  static DawdlingChild start(Class<?> main, Path store, Path log) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new DawdlingChild(process, store, log);
  }

  /// Listens to the job in the child: waits after each step.
  static Consumer<RunEvent> dawdling() {
    return event -> {
      if (event instanceof RunEvent.StepDone) {
        try {
          Thread.sleep(MILLIS_AFTER_A_STEP);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  /// Waits until it has written so many steps, and kills it.
  ///
  /// @return the folder of its run
  Path killAfter(int count) throws Exception {
    Path steps = waitForSteps(count);
    process.destroyForcibly().waitFor();
    return steps.getParent();
  }

  private Path waitForSteps(int count) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (Files.isDirectory(store)) {
        // The child's temporary files come and go: look nowhere but at the run's own.
        try (Stream<Path> runs = Files.list(store)) {
          var steps = runs.map(run -> run.resolve("steps.jsonl")).filter(Files::exists).findFirst();
          if (steps.isPresent() && Files.readAllLines(steps.get()).size() >= count) {
            return steps.get();
          }
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError(
        "the child wrote no %d steps: %s".formatted(count, Files.readString(log)));
  }
}
