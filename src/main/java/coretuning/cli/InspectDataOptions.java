package coretuning.cli;

import coretuning.job.DataSets;
import coretuning.report.FindingsCsv;
import coretuning.result.DataReport;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import coretuning.store.DataReportJson;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How `inspect` looks into a data set.
final class InspectDataOptions {
  private static final int PROGRESS_STEP = 2000;

  @Option(
      names = "--format",
      description =
          "How the data set lies on disk: ${COMPLETION-CANDIDATES} (default: recognised).")
  private DataFormat format = DataFormat.AUTO;

  @Option(
      names = "--batch-size",
      description = "Of the runs to come, to tell which classes are too small (default 64).")
  private int batchSize = 64;

  @Option(names = "--all", description = "List every class and up to 1000 findings of a kind.")
  private boolean all;

  @Option(names = "--csv", paramLabel = "TARGET", description = "Write the findings as CSV.")
  private @Nullable Path csv;

  @ArgGroup(validate = false, heading = "%nSamples%n")
  private SampleOptions samples = new SampleOptions();

  /// Whether a path is a data set rather than weights.
  static boolean areFor(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isDirectory(path)
        || DataSets.isArchive(path)
        || Stream.of(".csv", ".tsv", ".json", ".jsonl").anyMatch(name::endsWith);
  }

  /// Examines and prints.
  ///
  /// @return whether a run could use the data set
  boolean inspect(Path path, boolean json, PrintWriter out, PrintWriter err) {
    DataReport report =
        DataSets.examine(
            path,
            format,
            samples.over(SampleChoice.standard()),
            batchSize,
            new RunControl(),
            (done, count) -> {
              if (done % PROGRESS_STEP == 0) {
                err.printf("%d of %d images%n", done, count);
                err.flush();
              }
            });
    out.print(json ? DataReportJson.of(report) + "\n" : DataTable.of(report, all));
    out.flush();
    if (csv != null) {
      FindingsCsv.write(csv, report.findings());
    }
    return !report.hasErrors();
  }
}
