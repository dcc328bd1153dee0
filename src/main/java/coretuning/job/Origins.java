package coretuning.job;

import coretuning.checkpoint.WeightsReport;
import coretuning.data.DataHash;
import coretuning.data.Dataset;
import coretuning.result.Provenance;
import coretuning.spec.RunSpec;
import coretuning.tensor.Compute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

/// Gathers the provenance of a run.
final class Origins {
  private static final String VERSION = programVersion();

  private Origins() {}

  /// Everything that a reader of the numbers may want to know about where they come from.
  ///
  /// @param weights what was loaded; empty for a random start
  static Provenance of(
      RunSpec spec, Compute compute, Dataset dataset, Optional<WeightsReport> weights) {
    return new Provenance(
        VERSION,
        compute.engine(),
        compute.description(),
        compute.reason(),
        System.getProperty("java.version"),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        DataHash.of(dataset),
        weights.map(WeightsReport::sha256).orElse("random"),
        weights.map(report -> report.sentence() + lineage(spec)).orElse("fresh random weights"),
        spec.seed(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String lineage(RunSpec spec) {
    return Ancestry.of(spec).map(ancestor -> "; " + ancestor.sentence()).orElse("");
  }

  /// Written into the resources by the build.
  static String programVersion() {
    try (InputStream in = Origins.class.getResourceAsStream("/coretuning/version.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build left out version.properties");
      }
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
