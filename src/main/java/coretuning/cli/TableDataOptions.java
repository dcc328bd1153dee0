package coretuning.cli;

import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.Metric;
import coretuning.spec.TableData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Data sets of a table; what is not given stays as the preset has it.
final class TableDataOptions {
  @Option(
      names = "--data",
      paramLabel = "NAME=FOLDER[:FORMAT][:METRIC]",
      description = {
        "A data set, a column of the table; may be given several times. Metric: top1 (default) or"
            + " mean-per-class. Default: the sample, or that of --spec."
      })
  private @Nullable List<String> data;

  @Option(
      names = "--format",
      description =
          "How data sets without a format of their own lie on disk: ${COMPLETION-CANDIDATES}"
              + " (default: what is recognised).")
  private @Nullable DataFormat format;

  @Option(names = "--image-size", description = "Side in pixels that images are resized to once.")
  private @Nullable Integer imageSize;

  @Option(
      names = "--validation-share",
      description = "Share of each class of the training images held out, in [0, 0.9].")
  private @Nullable Double validationShare;

  @Mixin private SampleOptions samples;

  /// The preset's images with what holds for all data sets.
  DataSpec over(DataSpec preset) {
    return DataOptions.over(preset, format, null, imageSize, validationShare, null)
        .withChoice(samples.over(preset.choice()));
  }

  /// The columns of the table.
  ///
  /// @param shared see [#over]
  List<TableData> columns(DataSpec shared) {
    if (data == null) {
      String folder = shared.root().replaceAll("[/\\\\]+$", "").replaceAll(".*[/\\\\]", "");
      return List.of(new TableData(folder.isEmpty() ? "data" : folder, shared, Metric.TOP1));
    }
    return data.stream().map(each -> column(each, shared, format)).toList();
  }

  private static TableData column(String text, DataSpec shared, @Nullable DataFormat format) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "--data must be NAME=FOLDER[:FORMAT][:METRIC], got " + text);
    }
    String rest = text.substring(equals + 1);
    Optional<Metric> metric = last(rest).flatMap(TableDataOptions::metric);
    if (metric.isPresent()) {
      rest = rest.substring(0, rest.lastIndexOf(':'));
    }
    Optional<DataFormat> own = last(rest).flatMap(TableDataOptions::format);
    if (own.isPresent()) {
      rest = rest.substring(0, rest.lastIndexOf(':'));
    }
    return new TableData(
        text.substring(0, equals),
        DataOptions.over(shared, own.isPresent() ? own.get() : format, rest, null, null, null),
        metric.orElse(Metric.TOP1));
  }

  /// What follows the last colon, which may be part of the folder's name.
  private static Optional<String> last(String text) {
    return text.contains(":")
        ? Optional.of(text.substring(text.lastIndexOf(':') + 1))
        : Optional.empty();
  }

  private static Optional<Metric> metric(String word) {
    String label = word.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(Metric.values()).filter(each -> each.label().equals(label)).findFirst();
  }

  private static Optional<DataFormat> format(String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(DataFormat.values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
