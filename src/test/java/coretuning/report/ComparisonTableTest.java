package coretuning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Spread;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTableTest {
  @TempDir Path folder;

  private static RunResult run(String method, long seed, double top1, double intra) {
    return new RunResult(
        method,
        seed,
        new Evaluation(Part.TEST, 1000, top1, 0.99, top1, 0.8, 0.5, new int[0][]),
        0.7,
        new Spread(0.5, 0.8, 0.9, -2, -3, 4, new double[0]),
        new Spread(intra, 0.9, 0.4, -2.5, -3, 4, new double[0]));
  }

  private static ComparisonTable twoByTwo() {
    return ComparisonTable.of(
        List.of(
            run("CE-tuning", 1, 0.86, 0.36),
            run("CE-tuning", 2, 0.88, 0.36),
            run("Core-tuning", 1, 0.89, 0.18),
            run("Core-tuning", 2, 0.90, 0.18)));
  }

  @Test
  void markdownShowsMeansDeviationsAndPairedDifferences() {
    String[] lines = twoByTwo().markdown().split("\n");

    assertThat(lines).hasSize(6);
    assertThat(lines[0]).startsWith("| method | runs | top-1 % | top-5 % |");
    assertThat(lines[1]).isEqualTo("|---|" + "---:|".repeat(10));
    assertThat(lines[2])
        .startsWith("| before training | 2 | - | - | - | 70.00 ± 0.00 | 0.5000 ± 0.0000 |");
    // 86 and 88: mean 87, deviation sqrt 2.
    assertThat(lines[3]).startsWith("| CE-tuning | 2 | 87.00 ± 1.41 |");
    assertThat(lines[4]).startsWith("| Core-tuning | 2 | **89.50 ± 0.71** |");
    // Differences 3 and 2: mean 2.5, half interval 12.7062 * 0.70711 / sqrt 2 = 6.353.
    assertThat(lines[5]).startsWith("| Core-tuning - CE-tuning | 2 | +2.50 ± 6.35 |");
  }

  @Test
  void theLowerRatioIsBestAndTiesAreBothBest() {
    String[] lines = twoByTwo().markdown().split("\n");

    assertThat(lines[3]).contains("| 0.4000 ± 0.0000 |").contains("**99.00 ± 0.00**");
    assertThat(lines[4]).contains("| **0.2000 ± 0.0000** |").contains("**99.00 ± 0.00**");
    // Distances alone say nothing about quality.
    assertThat(lines[4]).contains("| 0.1800 ± 0.0000 |");
  }

  @Test
  void oneRunPerMethodHasNoMargins() {
    String text =
        ComparisonTable.of(
                List.of(run("CE-tuning", 1, 0.86, 0.36), run("Core-tuning", 1, 0.9, 0.2)))
            .text();

    assertThat(text).doesNotContain("±").contains("86.00").contains("+4.00").contains("90.00*");
    assertThat(text).endsWith("* best of the column\n");
  }

  @Test
  void columnsOfTheTextAreAligned() {
    String[] lines = twoByTwo().text().split("\n");

    int end = lines[0].indexOf("top-1 %") + "top-1 %".length();
    assertThat(lines[2].substring(0, end)).endsWith("87.00 ± 1.41 ");
    assertThat(lines[3].substring(0, end)).endsWith("89.50 ± 0.71*");
  }

  @Test
  void oneMethodHasNoBestAndNoDifference() {
    String markdown = ComparisonTable.of(List.of(run("CE-tuning", 1, 0.86, 0.36))).markdown();

    assertThat(markdown).doesNotContain("**").contains("| CE-tuning, before | 1 |");
    assertThat(markdown.split("\n")).hasSize(4);
  }

  @Test
  void withoutCommonSeedsThereIsNoPairedDifference() {
    String markdown =
        ComparisonTable.of(List.of(run("A", 1, 0.86, 0.36), run("B", 2, 0.87, 0.3))).markdown();

    assertThat(markdown).doesNotContain("B - A");
  }

  @Test
  void latexIsEscaped() {
    String latex =
        ComparisonTable.of(
                List.of(run("A_1 & 50% \\{x}~^#$", 1, 0.86, 0.36), run("B", 1, 0.9, 0.36)))
            .latex();

    assertThat(latex)
        .startsWith("\\begin{tabular}{lrrrrrrrrrr}\n\\toprule\nmethod & runs & top-1 \\% &")
        .contains(
            "A\\_1 \\& 50\\% \\textbackslash{}\\{x\\}\\textasciitilde{}\\textasciicircum{}\\#\\$ & 1")
        .contains("B & 1 & $\\mathbf{90.00}$")
        .contains("& -- &")
        .endsWith("\\bottomrule\n\\end{tabular}\n");
    assertThat(twoByTwo().latex()).contains("$\\mathbf{89.50 \\pm 0.71}$");
  }

  @Test
  void markdownIsEscaped() {
    assertThat(ComparisonTable.of(List.of(run("a|b*", 1, 0.86, 0.36))).markdown())
        .contains("| a\\|b\\* | 1 |");
  }

  @Test
  void csvKeepsEveryDigitOfEveryRun() {
    String csv = ComparisonTable.of(List.of(run("Core, \"tuned\"", 7, 1.0 / 3, 0.1 + 0.2))).csv();

    assertThat(csv.split("\n"))
        .containsExactly(
            "method,seed,top1,top5,mean_per_class,knn,knn_before,intra,intra_before,inter,"
                + "inter_before,ratio,ratio_before,alignment,alignment_before,uniformity,"
                + "uniformity_before",
            "\"Core, \"\"tuned\"\"\",7,0.3333333333333333,0.99,0.3333333333333333,0.8,0.7,"
                + "0.30000000000000004,0.5,0.9,0.8,0.33333333333333337,0.625,0.4,0.9,-2.5,-2.0");
  }

  @Test
  void aNaNIsShownAndNeverBest() {
    ComparisonTable table =
        ComparisonTable.of(List.of(run("A", 1, Double.NaN, 0.36), run("B", 1, 0.5, 0.36)));

    assertThat(table.markdown()).contains("| A | 1 | NaN |").contains("| B | 1 | **50.00** |");
    assertThat(table.latex()).contains("$\\mathrm{NaN}$");
  }

  @Test
  void numbersAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String expected = twoByTwo().text();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(twoByTwo().text()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theEndingChoosesTheForm() {
    ComparisonTable table = twoByTwo();
    table.save(folder.resolve("t.md"));
    table.save(folder.resolve("t.CSV"));
    table.save(folder.resolve("t.tex"));
    table.save(folder.resolve("t.txt"));

    assertThat(folder.resolve("t.md")).hasContent(table.markdown());
    assertThat(folder.resolve("t.CSV")).hasContent(table.csv());
    assertThat(folder.resolve("t.tex")).hasContent(table.latex());
    assertThat(folder.resolve("t.txt")).hasContent(table.text());
    assertThatThrownBy(() -> table.save(folder.resolve("t.doc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t.doc");
  }

  @Test
  void wrongRunsAreNamed() {
    assertThatThrownBy(() -> ComparisonTable.of(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(
            () -> ComparisonTable.of(List.of(run("A", 1, 0.5, 0.1), run("A", 1, 0.6, 0.1))))
        .hasMessageContaining("A has two runs of seed 1");
    assertThatThrownBy(() -> run(" ", 1, 0.5, 0.1)).hasMessageContaining("method");
  }
}
