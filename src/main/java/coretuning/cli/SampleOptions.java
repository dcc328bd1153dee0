package coretuning.cli;

import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which samples of a data set that offers a choice; what is not given stays as the preset has it.
final class SampleOptions {
  @Option(
      names = "--split",
      description =
          "Number of the split: DTD and SUN397 have ten; elsewhere the seed of the draw, where a"
              + " set has no split of its own.")
  private @Nullable Integer split;

  @Option(
      names = "--labels",
      description = {
        "Which labels, where a set has several: ${COMPLETION-CANDIDATES}.",
        "Aircraft: family, manufacturer; CIFAR-100: coarse; Pets: species; Caltech-101: background."
      })
  private @Nullable LabelSet labels;

  @Option(
      names = "--train-domains",
      split = ",",
      description = "Domains to learn from (default: all that are not tested on).")
  private @Nullable List<String> trainDomains;

  @Option(names = "--test-domains", split = ",", description = "Domains to be judged by.")
  private @Nullable List<String> testDomains;

  @Option(
      names = "--skip-broken",
      description =
          "Leave out images that cannot be read and list them in the run's folder, instead of"
              + " stopping at the first.")
  private boolean skipBroken;

  /// The preset's choice with what was given.
  SampleChoice over(SampleChoice preset) {
    return new SampleChoice(
        Given.or(split, preset.split()),
        Given.or(labels, preset.labels()),
        Given.or(trainDomains, preset.trainDomains()),
        Given.or(testDomains, preset.testDomains()),
        skipBroken || preset.skipBroken());
  }
}
