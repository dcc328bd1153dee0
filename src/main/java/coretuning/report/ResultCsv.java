package coretuning.report;

import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.Problem;
import coretuning.result.TableOutcome;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every run of a table as comma-separated values (RFC 4180, line feeds alone), every digit; what
/// is not known is empty.
final class ResultCsv {
  private static final List<String> HEADER =
      List.of(
          "data",
          "metric",
          "subset_rate",
          "variant",
          "seed",
          "state",
          "epoch",
          "value",
          "top1",
          "top5",
          "mean_per_class",
          "knn",
          "cross_entropy",
          "validation_top1",
          "run",
          "problem");

  private ResultCsv() {}

  static String of(TableSpec spec, List<TableOutcome> outcomes) {
    return outcomes.stream()
        .map(each -> line(spec.column(each.run().cell().data()), each))
        .collect(Collectors.joining("", String.join(",", HEADER) + "\n", ""));
  }

  private static String line(TableData data, TableOutcome outcome) {
    Optional<Evaluation> test = outcome.test();
    List<String> fields =
        List.of(
            data.name(),
            data.metric().label(),
            Double.toString(outcome.run().cell().rate()),
            outcome.run().cell().variant(),
            Long.toString(outcome.run().seed()),
            outcome.state().name().toLowerCase(Locale.ROOT),
            outcome.selected().map(each -> Integer.toString(each.epoch())).orElse(""),
            number(outcome.value(data.metric())),
            number(test.map(Evaluation::top1)),
            number(test.map(Evaluation::top5)),
            number(test.map(Evaluation::meanPerClass)),
            number(test.map(Evaluation::knn)),
            number(test.map(Evaluation::crossEntropy)),
            number(outcome.selected().flatMap(EpochMetrics::validation)),
            "runs/" + outcome.folder(),
            outcome.problem().map(Problem::getMessage).orElse(""));
    return fields.stream().map(CsvText::quote).collect(Collectors.joining(",")) + "\n";
  }

  private static String number(Optional<Double> value) {
    return value.map(each -> Double.toString(each)).orElse("");
  }
}
