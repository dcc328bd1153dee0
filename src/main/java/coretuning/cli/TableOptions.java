package coretuning.cli;

import coretuning.spec.Experiment;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// All of a table but its rows, in options.
final class TableOptions {
  private static final String OUT = "--out";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = OUT,
      paramLabel = "FOLDER",
      description = {
        "Gets table.json, runs/ and the tables (default ${DEFAULT-VALUE}). Given alone, the table"
            + " that lies there is continued."
      },
      defaultValue = "table")
  private Path out;

  @Option(names = "--title", description = "What the table is called.")
  private @Nullable String title;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description = "Seeds, a run of each cell for each (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private List<Long> seeds;

  @Option(
      names = "--subset-rates",
      split = ",",
      paramLabel = "RATE",
      description = {
        "Shares of each class of the training images that are used, in (0, 1]; a table each"
            + " (default: that of the sample or of --spec; all of other images)."
      })
  private @Nullable List<Double> subsetRates;

  @Option(
      names = "--reference",
      paramLabel = "TITLE",
      description = "Row that the others are compared with, pair by pair (default: the first).")
  private @Nullable String reference;

  // No group: in one, an option given twice would silently undo the others of the group.
  @Mixin private TableDataOptions data;

  @Mixin private RunOptions run;

  Path out() {
    return out;
  }

  /// Whether nothing but the folder was given.
  boolean nameOnlyTheFolder() {
    return command.commandLine().getParseResult().matchedOptions().stream()
        .allMatch(each -> each.longestName().equals(OUT));
  }

  /// Settings of Core-tuning, from the options.
  MethodSpec.CoreTuning coreTuning() {
    return run.coreTuning();
  }

  /// Settings of a method that no row says more about: Core-tuning's come from the options.
  MethodSpec settings(MethodName method) {
    return method == MethodName.CORE_TUNING ? coreTuning() : method.defaults();
  }

  /// The table of some rows.
  ///
  /// @param usually its title if none was given
  /// @throws IllegalArgumentException if a value is out of its range
  TableSpec table(List<Variant> variants, String usually) {
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("a table needs at least one variant, got none");
    }
    Experiment base = run.experiment(data::over);
    List<TableData> columns = data.columns(base.data());
    return new TableSpec(
        Given.or(title, usually),
        base,
        variants,
        columns,
        Given.or(subsetRates, List.of(columns.getFirst().data().subsetRate())),
        seeds,
        Given.or(reference, variants.getFirst().title()));
  }
}
