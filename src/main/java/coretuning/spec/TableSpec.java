package coretuning.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A fair comparison: every variant on every data set at every subset rate with every seed, all
/// else alike. The same seed gives every variant the same split, batches, augmentation and initial
/// classifier.
///
/// @param title what the user calls it
/// @param base backbone, training, recording, device and selection; its name, data, method and seed
///   are replaced
/// @param variants rows, in order, of different titles
/// @param data columns, in order, of different names
/// @param subsetRates a table each, in (0, 1], all different
/// @param seeds all different
/// @param reference title of the variant that the others are compared with, pair by pair
public record TableSpec(
    String title,
    Experiment base,
    List<Variant> variants,
    List<TableData> data,
    List<Double> subsetRates,
    List<Long> seeds,
    String reference) {

  public TableSpec {
    Require.text("table title", title);
    variants = distinct("variant", variants, Variant::title);
    data = distinct("data set", data, TableData::name);
    subsetRates = distinct("subset rate", subsetRates, rate -> rate);
    seeds = distinct("seed", seeds, seed -> seed);
    if (variants.stream().noneMatch(each -> each.title().equals(reference))) {
      throw new IllegalArgumentException(
          "the reference must be one of %s; got %s"
              .formatted(
                  String.join(", ", variants.stream().map(Variant::title).toList()), reference));
    }
    // What cannot be asked is refused now, not when its turn comes.
    for (TableData each : data) {
      for (double rate : subsetRates) {
        experiment(base, variants.getFirst(), each, rate, seeds.getFirst());
      }
    }
  }

  private interface Key<T> {
    Object of(T value);
  }

  private static <T> List<T> distinct(String what, List<T> values, Key<T> key) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a table needs at least one " + what + ", got none");
    }
    var seen = new HashSet<Object>();
    for (T each : values) {
      if (!seen.add(key.of(each))) {
        throw new IllegalArgumentException(
            "each %s must differ from the others, got %s twice".formatted(what, key.of(each)));
      }
    }
    return List.copyOf(values);
  }

  /// All runs in the order of work: every variant gets a seed before any gets the next, so that an
  /// unfinished table is a fair one of fewer seeds.
  public List<TableRun> runs() {
    var runs = new ArrayList<TableRun>();
    for (TableData each : data) {
      for (double rate : subsetRates) {
        for (long seed : seeds) {
          for (Variant variant : variants) {
            runs.add(new TableRun(new TableCell(variant.title(), each.name(), rate), seed));
          }
        }
      }
    }
    return runs;
  }

  /// What a run of the table is asked, under the name of its variant.
  ///
  /// @throws IllegalArgumentException if the table has no such run
  public Experiment experiment(TableRun run) {
    TableCell cell = run.cell();
    if (!subsetRates.contains(cell.rate()) || !seeds.contains(run.seed())) {
      throw new IllegalArgumentException("the table has no " + run);
    }
    return experiment(base, variant(cell.variant()), column(cell.data()), cell.rate(), run.seed());
  }

  private static Experiment experiment(
      Experiment base, Variant variant, TableData column, double rate, long seed) {
    BackboneSpec backbone = column.backbone().orElse(base.backbone());
    return new Experiment(
        variant.title(),
        column.data().withSubsetRate(rate),
        variant.weights().isPresent() ? backbone.withWeights(variant.weights()) : backbone,
        variant.method(),
        column.train().orElse(base.train()),
        base.recording(),
        base.device(),
        seed,
        base.selection());
  }

  /// The row of a title.
  ///
  /// @throws IllegalArgumentException if there is none
  public Variant variant(String wanted) {
    return variants.stream()
        .filter(each -> each.title().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the table has no variant " + wanted));
  }

  /// The column of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public TableData column(String wanted) {
    return data.stream()
        .filter(each -> each.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the table has no data set " + wanted));
  }
}
