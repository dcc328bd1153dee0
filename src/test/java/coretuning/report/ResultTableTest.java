package coretuning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.result.VariantDifference;
import coretuning.spec.DataSpec;
import coretuning.spec.MethodSpec;
import coretuning.spec.Metric;
import coretuning.spec.SamplePreset;
import coretuning.spec.TableCell;
import coretuning.spec.TableData;
import coretuning.spec.TableRun;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final String CE = "CE-tuning";
  private static final String CORE = "Core-tuning";
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  private static TableSpec spec(String... data) {
    var columns = new ArrayList<TableData>();
    for (String name : data) {
      columns.add(
          new TableData(
              name,
              DataSpec.fashionMnist(name),
              name.startsWith("pets") ? Metric.MEAN_PER_CLASS : Metric.TOP1));
    }
    return new TableSpec(
        "Fine_tuning",
        SamplePreset.experiment(),
        List.of(
            Variant.of(new MethodSpec.CeTuning()),
            Variant.of(MethodSpec.CoreTuning.defaults()),
            new Variant("bad & slow", new MethodSpec.CeTuning())),
        columns,
        List.of(1.0),
        SEEDS,
        CE);
  }

  private static TableOutcome finished(TableRun run, double top1, double perClass) {
    var test = new Evaluation(Part.TEST, 1000, top1, 0.99, perClass, 0.8, 0.5, new int[0][]);
    return new TableOutcome(
        run,
        "run-" + run.cell().variant() + "-" + run.seed(),
        RunState.FINISHED,
        Optional.of(test),
        Optional.empty(),
        Optional.empty());
  }

  private static TableOutcome waiting(TableRun run, RunState state, Problem... problem) {
    return new TableOutcome(
        run,
        "run",
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.of(problem).filter(each -> each.length > 0).map(each -> each[0]));
  }

  private static ResultTable table(TableSpec spec, ToDoubleFunction<TableRun> value) {
    return ResultTable.of(
        spec,
        spec.runs().stream()
            .map(run -> finished(run, value.applyAsDouble(run), value.applyAsDouble(run)))
            .toList());
  }

  private static double made(TableRun run) {
    double base =
        switch (run.cell().variant()) {
          case CE -> 0.80;
          case CORE -> 0.81;
          default -> 0.5;
        };
    return base + 0.01 * run.seed() + (run.cell().variant().equals(CORE) ? 0.001 * run.seed() : 0);
  }

  @Test
  void aCellIsMeanAndDeviationAndADifferenceIsPaired() {
    String[] lines = table(spec("flowers"), ResultTableTest::made).text().split("\n");

    assertThat(lines[0]).isEqualTo("method                   flowers, top-1 %");
    // 81, 82, 83: deviation 1. 82.1, 83.2, 84.3: mean 83.2, deviation 1.1.
    assertThat(lines[1]).endsWith("82.00 ± 1.00");
    assertThat(lines[2]).endsWith("83.20 ± 1.10*");
    assertThat(lines[3]).endsWith("52.00 ± 1.00");
    // Differences 1.1, 1.2, 1.3: mean 1.2, half interval 4.302653 * 0.1 / sqrt 3 = 0.2484.
    assertThat(lines[4]).startsWith("Core-tuning - CE-tuning").endsWith("+1.20 ± 0.25");
    assertThat(lines[5]).startsWith("bad & slow - CE-tuning").endsWith("-30.00 ± 0.00");
    assertThat(lines[6]).isEqualTo("* best of the column");
    assertThat(lines).hasSize(7);
  }

  @Test
  void aDifferenceForADrawingIsInPointsPairedAndInTheOrderOfRows() {
    TableSpec spec = spec("fashion");

    List<VariantDifference> differences =
        table(spec, ResultTableTest::made).differences(spec.data().getFirst(), 1.0);

    assertThat(differences)
        .extracting(VariantDifference::variant)
        .containsExactly(CORE, "bad & slow");
    VariantDifference core = differences.getFirst();
    assertThat(core.bySeed()).containsExactly(new double[] {1.1, 1.2, 1.3}, within(1e-9));
    assertThat(core.mean()).isCloseTo(1.2, within(1e-9));
    // t(0.975, 2) = 4.3027, deviation 0.1
    assertThat(core.halfInterval()).isCloseTo(4.3027 * 0.1 / Math.sqrt(3), within(1e-4));
  }

  @Test
  void theAverageIsOverDataSetsSeedBySeedAsANaiveLoopHasIt() {
    TableSpec spec = spec("flowers", "pets", "cars");
    var random = new SplittableRandom(5);
    List<TableOutcome> outcomes =
        spec.runs().stream()
            .map(run -> finished(run, random.nextDouble(), random.nextDouble()))
            .toList();

    double[] means = new double[SEEDS.size()];
    for (TableOutcome each : outcomes) {
      if (each.run().cell().variant().equals(CE)) {
        boolean pets = each.run().cell().data().equals("pets");
        var test = each.test().orElseThrow();
        means[(int) each.run().seed() - 1] += (pets ? test.meanPerClass() : test.top1()) / 3;
      }
    }
    double mean = (means[0] + means[1] + means[2]) / 3;
    double squares = 0;
    for (double each : means) {
      squares += (each - mean) * (each - mean);
    }
    String expected =
        String.format(Locale.ROOT, "%.2f ± %.2f", 100 * mean, 100 * Math.sqrt(squares / 2));

    String[] lines = ResultTable.of(spec, outcomes).markdown().split("\n");
    assertThat(lines[4])
        .isEqualTo(
            "| method | flowers, top-1 % | pets, mean per class % | cars, top-1 % | average % |");
    assertThat(lines[6]).startsWith("| CE-tuning |").endsWith("| " + unmarked(lines[6]) + " |");
    assertThat(unmarked(lines[6])).contains(expected);
  }

  private static String unmarked(String line) {
    return line.substring(line.lastIndexOf("| ", line.length() - 3) + 2, line.length() - 2);
  }

  @Test
  void aMeanThatThePairsDoNotTellApartFromTheBestIsMarked() {
    ResultTable table =
        table(
            spec("flowers"),
            run ->
                switch (run.cell().variant()) {
                  case CE -> 0.80 + 0.02 * (run.seed() == 2 ? 1 : -1);
                  case CORE -> 0.80;
                  default -> 0.1;
                });

    assertThat(table.text())
        .contains("80.00 ± 0.00*")
        .contains("79.33 ± 2.31~")
        .contains("~ not told apart from the best");
    var cell = table.cell(new TableCell(CE, "flowers", 1));
    assertThat(cell.alike()).isTrue();
    assertThat(cell.best()).isFalse();
    assertThat(cell.text()).isEqualTo("79.33 ± 2.31");
    assertThat(cell.state()).isEqualTo(RunState.FINISHED);
    assertThat(table.cell(new TableCell(CORE, "flowers", 1)).best()).isTrue();
    assertThat(table.latex()).contains("\\underline{$79.33 \\pm 2.31$}");
  }

  @Test
  void everyNumberOfMarkdownIsLinkedToItsRuns() {
    assertThat(table(spec("flowers"), ResultTableTest::made).markdown())
        .startsWith("# Fine\\_tuning\n")
        .contains("| **83.20 ± 1.10** <sub>[1](runs/run-Core-tuning-1) [2](runs/run-Core-tuning-2)")
        .contains("over seeds 1, 2, 3");
  }

  @Test
  void latexIsEscapedAndItsBestIsBold() {
    assertThat(table(spec("flowers"), ResultTableTest::made).latex())
        .contains("method & flowers, top-1 \\% \\\\")
        .contains("$\\mathbf{83.20 \\pm 1.10}$")
        .contains("bad \\& slow & $52.00 \\pm 1.00$");
  }

  @Test
  void anUnfinishedTableSaysWhatIsMissingAndWhatFailed() {
    TableSpec spec = spec("flowers");
    var diverged = new Problem("the loss became NaN", "epoch 3", "lower the learning rate");
    List<TableOutcome> outcomes =
        spec.runs().stream()
            .map(run -> {
              if (run.cell().variant().equals(CE)) {
                return run.seed() == 3 ? waiting(run, RunState.RUNNING) : finished(run, 0.5, 0.5);
              }
              return run.cell().variant().equals(CORE)
                  ? waiting(run, RunState.FAILED, diverged)
                  : waiting(run, RunState.QUEUED);
            })
            .toList();
    ResultTable table = ResultTable.of(spec, outcomes);

    assertThat(table.text().lines().filter(line -> line.startsWith("CE-tuning")))
        .singleElement()
        .asString()
        .endsWith("50.00 ± 0.00 (2/3)*");
    assertThat(table.text())
        .containsPattern("Core-tuning +failed")
        .containsPattern("bad & slow +-\n")
        .contains("failed: run: the loss became NaN (epoch 3): lower the learning rate");
    assertThat(table.latex()).contains("& failed \\\\").contains("50.00");
    assertThat(table.markdown()).contains("\nFailed:\n\n- run: the loss became NaN");
    assertThat(table.cell(new TableCell(CE, "flowers", 1)).state()).isEqualTo(RunState.RUNNING);
    var failed = table.cell(new TableCell(CORE, "flowers", 1));
    assertThat(failed.text()).isEmpty();
    assertThat(failed.state()).isEqualTo(RunState.FAILED);
    assertThat(failed.count(RunState.FAILED)).isEqualTo(3);
    assertThat(table.csv())
        .contains("CE-tuning,1,finished,,0.5,0.5,0.99,0.5,0.8,0.5,,runs/run-CE-tuning-1,\n")
        .contains("CE-tuning,3,running,,,,,,,,,runs/run,\n")
        .contains("Core-tuning,1,failed,,,,,,,,,runs/run,the loss became NaN (epoch 3)");
  }

  @Test
  void severalRatesAreATableEach() {
    TableSpec one = spec("flowers");
    var two =
        new TableSpec("t", one.base(), one.variants(), one.data(), List.of(0.15, 1.0), SEEDS, CORE);

    assertThat(table(two, ResultTableTest::made).text())
        .contains("subset rate 15 %\nmethod")
        .contains("\nsubset rate 100 %\nmethod")
        .contains("CE-tuning - Core-tuning");
  }

  @Test
  void outcomesMustBeThoseOfTheTable() {
    assertThatThrownBy(() -> ResultTable.of(spec("flowers"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 runs, got 0");
  }
}
