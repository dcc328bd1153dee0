package coretuning.testing;

import coretuning.spec.MethodSpec;
import coretuning.spec.Metric;
import coretuning.spec.Selection;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import java.util.List;

/// A table of seconds: CE-tuning and Core-tuning on [TinyData], two seeds.
public final class TinyTable {
  private TinyTable() {}

  /// Two rows, one column, one rate, seeds 3 and 4.
  public static TableSpec spec(int epochs, Selection selection) {
    var experiment = TinyData.experiment(new MethodSpec.CeTuning(), epochs);
    return new TableSpec(
        "tiny table",
        experiment.withSelection(selection),
        List.of(
            Variant.of(new MethodSpec.CeTuning()),
            new Variant("Core, not focal", new MethodSpec.CoreTuning(0.1, 1, 0.07, 0.8, 0, 16))),
        List.of(new TableData("tiny", TinyData.data(), Metric.TOP1)),
        List.of(0.04),
        List.of(3L, 4L),
        "CE-tuning");
  }

  /// The same with other columns.
  public static TableSpec with(TableSpec table, List<TableData> data) {
    return new TableSpec(
        table.title(),
        table.base(),
        table.variants(),
        data,
        table.subsetRates(),
        table.seeds(),
        table.reference());
  }
}
