package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.safetensors.TensorFile;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One tiny run, and what the other commands make of it.
class JourneyTest {
  private static final String[] TINY = {
    "--subset-rate", "0.2", "--epochs", "1", "--weights", "random", "--batch-size", "8"
  };

  @TempDir static Path folder;

  /// 20 training and 10 test images of each class.
  private static Path data;

  private static Outcome finetuned;
  private static RunFolder run;

  private static Outcome cut(Path out, int trainPerClass, int testPerClass) {
    return Outcome.of(
            "subset",
            "--data",
            "sample-data/fashion-mnist-mini",
            "--train-per-class",
            Integer.toString(trainPerClass),
            "--test-per-class",
            Integer.toString(testPerClass),
            "--out",
            out.toString())
        .good();
  }

  @BeforeAll
  static void fineTune() {
    data = folder.resolve("data");
    cut(data, 20, 10);
    finetuned =
        tiny(
            "finetune",
            "--out",
            folder.resolve("runs").toString(),
            "--device",
            "cpu",
            "--validation-share",
            "0.25",
            "--seed",
            "9");
    finetuned.good();
    var store = new RunStore(folder.resolve("runs"));
    run = store.open(store.list().getFirst().id());
  }

  private static Outcome tiny(String... arguments) {
    Stream<String> all =
        Stream.of(Stream.of(arguments), Stream.of("--data", data.toString()), Stream.of(TINY))
            .flatMap(each -> each);
    return Outcome.of(all.toArray(String[]::new));
  }

  private static List<Path> pngs(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
  }

  private static void assertReadable(List<Path> pngs, int width) throws IOException {
    for (Path png : pngs) {
      BufferedImage image = ImageIO.read(png.toFile());
      assertThat(image.getWidth()).as(png.toString()).isEqualTo(width);
      assertThat(image.getHeight()).isGreaterThan(100);
    }
  }

  @Test
  void finetuneReportsEpochsWithValidationAndEndsWithTheRun() {
    assertThat(finetuned.err())
        .contains("Core-tuning -> " + run.id())
        .contains("cpu, ")
        .containsPattern(
            "epoch +1  loss \\d+\\.\\d+ \\(.+\\)  train [\\d.]+ %  validation [\\d.]+ %")
        .containsPattern(
            "cross-entropy of originals [\\d.]+, without positive [\\d.]+ %, self-picks [\\d.]+ %")
        .containsPattern("warning: In batches of 8, [\\d.]+ % of the anchors");
    assertThat(finetuned.out()).startsWith("run ").contains(run.id()).contains("1/1");
    assertThat(run.spec().seed()).isEqualTo(9);
  }

  @Test
  void runsListsIt() {
    assertThat(Outcome.of("runs", folder.resolve("runs").toString()).good().out())
        .isEqualTo(finetuned.out());
    assertThat(Outcome.of("runs", folder.resolve("none").toString()).good().out())
        .startsWith("no runs in ");
  }

  @Test
  void evaluateMeasuresAnyPart() {
    String path = run.path().toString();

    assertThat(Outcome.of("evaluate", path).good().out())
        .containsPattern("part +test, \\d+ images")
        .containsPattern("top-1 +[\\d.]+ %")
        .containsPattern("cross-entropy +[\\d.]+ nats");
    assertThat(Outcome.of("evaluate", path, "--part", "validation").good().out())
        .contains("validation, 50 images");

    Outcome none = Outcome.of("evaluate", path, "--part", "validation", "--validation-share", "0");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.error()).startsWith("no validation images are held out");
  }

  @Test
  void exportDrawsFiguresAndWritesWeightsUnderTorchvisionsNames() throws IOException {
    Path out = folder.resolve("export");

    Outcome outcome =
        Outcome.of(
            "export", run.path().toString(), "--out", out.toString(), "--figure-width", "400");

    outcome.good();
    List<Path> pngs = pngs(out);
    assertThat(pngs)
        .hasSize(16)
        .extracting(png -> png.getFileName().toString())
        .contains("theory.png", "diagnostics.png", "focal-history.png");
    assertReadable(pngs, 400);
    pngs.forEach(png -> assertThat(outcome.out()).contains(png.toString()));
    TensorFile weights = TensorFile.read(out.resolve("weights.safetensors"));
    assertThat(weights.entries()).containsKeys("conv1.weight", "fc.weight", "bn1.running_mean");
    assertThat(weights.entries().get("fc.weight").shape()).containsExactly(10, 128);
    assertThat(weights.metadata()).containsEntry("run", run.id());
  }

  @Test
  void aFigureDrawnAgainFromItsRecipeIsTheSameFile() throws IOException {
    Path first = folder.resolve("first");
    Path again = folder.resolve("again-drawn");
    Outcome.of(
            "export",
            run.path().toString(),
            "--out",
            first.toString(),
            "--figure-width",
            "400",
            "--figure-format",
            "png,svg,pdf,csv",
            "--figure-recipes")
        .good();
    List<Path> recipes;
    try (Stream<Path> all = Files.list(first)) {
      recipes = all.filter(file -> file.toString().endsWith(".figure.json")).toList();
    }
    assertThat(recipes).hasSize(16);

    for (Path recipe : recipes) {
      Outcome outcome =
          Outcome.of(
              "export",
              "--recipe",
              recipe.toString(),
              "--out",
              again.toString(),
              "--figure-format",
              "png,svg,pdf,csv");

      assertThat(outcome.good().out().lines()).hasSize(4);
      for (String line : outcome.out().lines().toList()) {
        Path drawn = Path.of(line);
        assertThat(drawn).hasSameBinaryContentAs(first.resolve(drawn.getFileName()));
      }
    }
  }

  @Test
  void figuresOfTwoCoreTuningRunsDoNotReplaceEachOther() throws IOException {
    Path out = folder.resolve("two");
    String path = run.path().toString();

    Outcome outcome =
        Outcome.of("export", path, path, "--out", out.toString(), "--figure-width", "300");

    assertThat(pngs(out)).hasSize(9 + 2 * 7);
    assertThat(outcome.good().out().lines()).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatHasNotBegunCannotBeExportedOrEvaluated() {
    RunFolder queued = new RunStore(folder.resolve("queued")).create(run.spec());
    Path out = folder.resolve("nothing");

    Outcome exported = Outcome.of("export", queued.path().toString(), "--out", out.toString());
    assertThat(exported.code()).isEqualTo(1);
    assertThat(exported.error()).startsWith("the run has recorded nothing to draw yet");
    assertThat(out).doesNotExist();

    Outcome evaluated = Outcome.of("evaluate", queued.path().toString());
    assertThat(evaluated.code()).isEqualTo(1);
    assertThat(evaluated.error()).contains("last.safetensors");
  }

  @Test
  void aStoredSpecRepeatsARun() {
    Path out = folder.resolve("again");

    Outcome.of(
            "finetune",
            "--spec",
            run.path().resolve("spec.json").toString(),
            "--out",
            out.toString())
        .good();

    RunFolder again = RunFolder.open(out.resolve(new RunStore(out).list().getFirst().id()));
    assertThat(again.spec()).isEqualTo(run.spec());
    assertThat(again.steps()).isEqualTo(run.steps());
  }

  @Test
  void subsetCutsFilesThatCanBeTrainedOn() {
    Path out = folder.resolve("subset");

    assertThat(cut(out, 3, 2).out()).isEqualTo(out + System.lineSeparator());
    assertThat(out.resolve("train-images-idx3-ubyte.gz")).exists();
    assertThat(Outcome.of("evaluate", run.path().toString(), "--data", out.toString()).good().out())
        .contains("test, 20 images");
  }

  @Test
  void pretrainLeavesABackboneThatFinetuneTakes() {
    Path out = folder.resolve("pretrained");
    Outcome outcome =
        Outcome.of(
            "pretrain",
            "--out",
            out.toString(),
            "--data",
            data.toString(),
            "--subset-rate",
            "0.2",
            "--epochs",
            "1",
            "--batch-size",
            "8",
            "--set",
            "queue-size=16",
            "--device",
            "cpu");
    Path backbone = Path.of(outcome.good().out().strip());
    assertThat(backbone).exists().startsWith(out);

    Outcome tuned =
        Outcome.of(
            "finetune",
            "--weights",
            backbone.toString(),
            "--method",
            "ce-tuning",
            "--out",
            folder.resolve("tuned").toString(),
            "--data",
            data.toString(),
            "--subset-rate",
            "0.1",
            "--epochs",
            "1",
            "--batch-size",
            "4");

    assertThat(tuned.good().out()).contains("CE-tuning");
    RunFolder made = RunFolder.open(latest(folder.resolve("tuned")));
    assertThat(made.provenance().orElseThrow().weightsReport()).startsWith("matched ");

    Outcome mixed =
        Outcome.of(
            "export",
            latest(out).toString(),
            latest(folder.resolve("tuned")).toString(),
            "--out",
            out + "-figures");
    assertThat(mixed.code()).isEqualTo(1);
    assertThat(mixed.error()).contains("choose a fine-tuning run");
  }

  private static Path latest(Path store) {
    return store.resolve(new RunStore(store).list().getFirst().id());
  }

  @Test
  void compareWritesTablesAndFiguresOfBothMethods() throws IOException {
    Path out = folder.resolve("comparison");

    Outcome outcome =
        tiny("compare", "--out", out.toString(), "--seeds", "4,5", "--figure-width", "400");

    assertThat(outcome.good().out()).contains("CE-tuning").contains("Core-tuning");
    assertThat(out.resolve("comparison.md")).content().contains("CE-tuning", "Core-tuning");
    assertThat(out.resolve("comparison.csv")).content().hasLineCount(5);
    assertThat(out.resolve("comparison.tex")).content().contains("tabular");
    List<Path> pngs = pngs(out.resolve("figures"));
    assertThat(pngs).hasSizeGreaterThanOrEqualTo(6);
    assertReadable(pngs, 400);
    assertThat(new RunStore(out.resolve("runs")).list()).hasSize(4);
  }
}
