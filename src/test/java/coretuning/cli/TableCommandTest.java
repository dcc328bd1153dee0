package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.Metric;
import coretuning.spec.Selection;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import coretuning.spec.VariantText;
import coretuning.store.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCommandTest {
  private static final String SAMPLE = "sample-data/fashion-mnist-mini";

  @TempDir Path folder;

  private Outcome tiny(String command, String... arguments) {
    return Outcome.of(
        Stream.of(
                Stream.of(command, "--out", folder.resolve("out").toString()),
                Stream.of("--subset-rates", "0.05", "--epochs", "1", "--batch-size", "8"),
                Stream.of("--weights", "random", "--device", "cpu"),
                Stream.of(arguments))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private TableSpec stored() {
    return TableFolder.open(folder.resolve("out")).spec();
  }

  @Test
  void aTableEndsWithItselfOnTheTerminalAndInFourFilesAndIsContinuedByItsFolderAlone()
      throws IOException {
    String[] more = {
      "--methods",
      "ce-tuning",
      "--variant",
      "not focal=core-tuning:focal-exponent=0,projection-size=16",
      "--seeds",
      "1,2",
      "--validation-share",
      "0.1",
      "--selection",
      "best_validation_epoch",
      "--data",
      "fashion=" + SAMPLE + ":mean-per-class",
      "--title",
      "My table"
    };
    Outcome outcome = tiny("table", more);

    assertThat(outcome.good().out())
        .contains("fashion, mean per class %")
        .containsPattern("CE-tuning +[\\d.]+ ± [\\d.]+")
        .containsPattern("not focal - CE-tuning +[+-][\\d.]+ ± [\\d.]+");
    Path out = folder.resolve("out");
    assertThat(out.resolve("table.txt")).hasContent(outcome.out());
    assertThat(out.resolve("table.csv")).content().hasLineCount(5).contains("runs/fashion-5-");
    assertThat(out.resolve("table.md")).content().startsWith("# My table");
    assertThat(out.resolve("table.tex")).content().contains("\\toprule");
    assertThat(ImageIO.read(out.resolve("differences.png").toFile()).getWidth()).isEqualTo(1600);
    TableSpec spec = stored();
    assertThat(spec.title()).isEqualTo("My table");
    assertThat(spec.base().selection()).isEqualTo(Selection.BEST_VALIDATION_EPOCH);
    assertThat(spec.reference()).isEqualTo("CE-tuning");
    assertThat(((MethodSpec.CoreTuning) spec.variant("not focal").method()).focalExponent())
        .isZero();
    assertThat(spec.data()).extracting(TableData::metric).containsExactly(Metric.MEAN_PER_CLASS);

    String csv = Files.readString(out.resolve("table.csv"));
    Files.delete(out.resolve("table.csv"));
    Outcome again = Outcome.of("table", "--out", out.toString());
    assertThat(again.good().out()).isEqualTo(outcome.out());
    assertThat(out.resolve("table.csv")).hasContent(csv);
    assertThat(tiny("table", more).good().out()).isEqualTo(outcome.out());

    Outcome other = tiny("table", "--seeds", "3");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.error()).startsWith("another table lies in this folder (" + out + "): ");
  }

  @Test
  void aFailedRunIsShownAndTheCommandFails() {
    Outcome outcome =
        tiny(
            "table",
            "--methods",
            "ce-tuning",
            "--variant",
            "lost=ce-tuning:weights=" + folder.resolve("none.safetensors"));

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.error())
        .startsWith("1 of the table's 2 runs failed, the first because ")
        .contains("none.safetensors");
    assertThat(outcome.out())
        .containsPattern("CE-tuning +[\\d.]+")
        .containsPattern("lost +failed")
        .contains("failed: fashion-mnist-mini-5-lost-seed1: ");
    assertThat(folder.resolve("out/table.txt")).hasContent(outcome.out());
  }

  @Test
  void anAblationBringsItsOwnRows() {
    Outcome outcome = tiny("ablate", "--of", "components");

    assertThat(outcome.good().out()).contains("CE-tuning", "+ hard pairs", "+ mixed cross-entropy");
    assertThat(stored().title()).isEqualTo("Ablation of components");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --methods core            | 'method must be one of ce-tuning, core-tuning'
          --methods ce-tuning,ce-tuning | each variant must differ from the others, got CE-tuning twice
          --seeds 1,2,1             | each seed must differ from the others, got 1 twice
          --variant core            | a variant must be TITLE=METHOD[:SETTING=VALUE,...], got core
          --variant x=core-tuning:beta=1 | setting must be one of eta
          --variant x=core-tuning:eta | a setting of x must be NAME=VALUE, got eta
          --variant x=core-tuning:eta=-1 | eta must be at least 0, got -1
          --data photos             | --data must be NAME=FOLDER[:FORMAT][:METRIC], got photos
          --data a=sample-data/fashion-mnist-mini --data a=sample-data/fashion-mnist-mini | each data set must differ from the others, got a twice
          --subset-rates 0          | subset rate must be above 0, got 0
          --reference nobody        | the reference must be one of CE-tuning, Core-tuning; got nobody
          --selection best_validation_epoch | the best epoch can only be chosen with a validation share above 0
          """)
  void whatCannotBeAskedIsOneLine(String options, String message) {
    Outcome outcome =
        Outcome.of(
            Stream.concat(
                    Stream.of("table", "--out", folder.resolve("out").toString()),
                    Stream.of(options.split(" ")))
                .toArray(String[]::new));

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.error()).contains(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void anUnknownAblationNamesThoseThatExist() {
    Outcome outcome = Outcome.of("ablate", "--of", "luck");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).contains("ablation must be one of components").contains("luck");
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    Outcome outcome = Outcome.of("table", "--out", file.resolve("out").toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.error()).contains(file.toString());
    assertThat(file).hasContent("in the way");
  }

  @Test
  void aVariantInWordsMayNameOtherWeights() {
    Variant read =
        VariantText.read(
            "SL-CE-tuning = ce-tuning:weights=a/b c.safetensors", MethodName::defaults);

    assertThat(read)
        .isEqualTo(
            new Variant(
                "SL-CE-tuning", new MethodSpec.CeTuning(), Optional.of("a/b c.safetensors")));
    assertThat(VariantText.read("x=core-tuning", MethodName::defaults).method())
        .isEqualTo(MethodSpec.CoreTuning.defaults());
    assertThat(List.of(MethodName.values())).contains(MethodName.of(read.method()));
  }
}
