package coretuning.job;

import coretuning.data.ClassBalancedSubset;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Cuts a class-balanced subset out of an IDX data set; the same seed gives the same files.
public final class SubsetJob implements Job {
  private final Path source;
  private final Path target;
  private final ClassBalancedSubset subset;

  /// @param trainPerClass training images of each class, at least 1
  /// @param testPerClass test images of each class, at least 1
  public SubsetJob(Path source, Path target, int trainPerClass, int testPerClass, long seed) {
    this.source = source;
    this.target = target;
    subset = new ClassBalancedSubset(trainPerClass, testPerClass, seed);
  }

  @Override
  public String title() {
    return "subset of " + source;
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    subset.writeIdx(source, target);
    return true;
  }
}
