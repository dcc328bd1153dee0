package coretuning.cli;

import coretuning.spec.MethodName;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import coretuning.spec.VariantText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Methods by data sets by seeds.
@Command(
    name = "table",
    description = {
      "Compare methods on data sets over seeds: same seed, same split, same batches, same"
          + " augmentation. Test images are read once a run, at its end.",
      "The same command on the same folder goes on where it was stopped or killed: finished runs"
          + " are kept, failed ones tried again. Ends with the table, also in table.csv, .md, .tex"
          + " and .txt. Data sets with a backbone or training of their own: write them into a"
          + " table.json and start it with --out alone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExample:",
      "  table --methods ce-tuning,core-tuning --variant \"eta 1=core-tuning:eta=1\""
          + " --seeds 1,2,3 --out target/table"
    })
final class TableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "METHOD",
      converter = MethodChoice.ByLabel.class,
      description = {
        "Rows: methods with their usual settings, of core-tuning those given below"
            + " (default without --variant: ce-tuning,core-tuning)."
      })
  private @Nullable List<MethodName> methods;

  @Option(
      names = "--variant",
      paramLabel = "TITLE=METHOD[:NAME=VALUE,...]",
      description = {
        "A row: a method with settings, e.g. \"not focal=core-tuning:focal-exponent=0\"; may be"
            + " given several times. weights=FILE starts it from other weights."
      })
  private @Nullable List<String> variants;

  @Mixin private TableOptions options;

  @Override
  public Integer call() {
    return new TableRunner(options, spec.commandLine()).run(this::table);
  }

  private TableSpec table() {
    var rows = new ArrayList<Variant>();
    List<MethodName> usual =
        variants == null ? List.of(MethodName.CE_TUNING, MethodName.CORE_TUNING) : List.of();
    Given.or(methods, usual).forEach(each -> rows.add(Variant.of(options.settings(each))));
    Given.or(variants, List.<String>of())
        .forEach(each -> rows.add(VariantText.read(each, options::settings)));
    return options.table(rows, "Comparison");
  }
}
