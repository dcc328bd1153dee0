package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Ancestor;
import coretuning.result.ProxyEpoch;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tiny backbone made, probed, exported and fine-tuned.
class PretrainCommandTest {
  @TempDir static Path folder;
  private static Path data;
  private static Outcome made;
  private static RunFolder run;

  @BeforeAll
  static void pretrain() {
    data = folder.resolve("data");
    Outcome.of(
            "subset",
            "--data",
            "sample-data/fashion-mnist-mini",
            "--train-per-class",
            "8",
            "--test-per-class",
            "4",
            "--out",
            data.toString())
        .good();
    made = pretrained("mochi-sample", data, "backbones").good();
    run = only("backbones");
  }

  private static Outcome pretrained(String preset, Path images, String out) {
    return Outcome.of(
        "pretrain",
        "--preset",
        preset,
        "--data",
        images.toString(),
        "--set",
        "queue-size=50",
        "--batch-size",
        "16",
        "--epochs",
        "2",
        "--device",
        "cpu",
        "--probe-every",
        "1",
        "--out",
        folder.resolve(out).toString());
  }

  private static RunFolder only(String out) {
    var store = new RunStore(folder.resolve(out));
    assertThat(store.list()).hasSize(1);
    return store.open(store.list().getFirst().id());
  }

  @Test
  void everyEpochHasALineOfItsProxyTaskAndAProbe() {
    assertThat(((Pretraining) run.spec()).method()).isInstanceOf(PretrainSpec.Mochi.class);
    assertThat(run.proxy()).extracting(ProxyEpoch::epoch).containsExactly(1, 2);
    assertThat(run.proxy().getFirst().falseSynthetic()).isEmpty();
    assertThat(run.proxy().getLast().falseSynthetic()).isPresent();
    assertThat(run.proxy().getLast().foundAmongAll())
        .isLessThanOrEqualTo(run.proxy().getLast().found());
    assertThat(run.probes()).hasSize(3);
    assertThat(made.err().lines().filter(line -> line.contains("own key first"))).hasSize(2);
    assertThat(made.err())
        .contains("false among the hardest", "partly false synthetic", "linear")
        .contains("probes of the frozen backbone");
  }

  @Test
  void aRunAndItsFileAreProbedAlike() {
    Outcome ofRun = Outcome.of("probe", run.path().toString(), "--device", "cpu").good();
    Outcome ofFile =
        Outcome.of("probe", run.backbone().toString(), "--data", data.toString(), "--device", "cpu")
            .good();

    assertThat(ofRun.out())
        .contains("k-NN ", "linear probe", "80 to learn from, 40 to test")
        .contains("the same before and after")
        .isEqualTo(ofFile.out());
  }

  @Test
  void theExportIsInMocosLayout() {
    Path file = folder.resolve("moco.pth.tar");
    Outcome.of("export", run.path().toString(), "--moco", file.toString()).good();

    Outcome seen = Outcome.of("inspect", file.toString()).good();

    assertThat(seen.out()).contains("MoCo v1 or v2", "resnet8-mini", "module.encoder_k");
  }

  @Test
  void figuresOfPretrainingAreDrawn() {
    Path out = folder.resolve("figures");
    Outcome.of("export", run.path().toString(), "--out", out.toString()).good();

    assertThat(out.resolve("pretraining.png")).isNotEmptyFile();
    assertThat(out.resolve("pretraining-uniformity.png")).isNotEmptyFile();
    assertThat(out.resolve("weights.safetensors")).isNotEmptyFile();
  }

  @Test
  void aFineTuningRunNamesTheRunItsBackboneComesFrom() {
    Path out = folder.resolve("finetuned");
    Outcome.of(
            "finetune",
            "--data",
            data.toString(),
            "--weights",
            run.path().toString(),
            "--method",
            "ce-tuning",
            "--epochs",
            "1",
            "--batch-size",
            "16",
            "--device",
            "cpu",
            "--out",
            out.toString())
        .good();

    RunFolder tuned = only("finetuned");
    Ancestor ancestor = tuned.ancestor().orElseThrow();
    assertThat(ancestor.run()).isEqualTo(run.id());
    assertThat(ancestor.epoch()).isEqualTo(2);
    assertThat(ancestor.method()).isEqualTo("MoCHi");
    assertThat(ancestor.weightsHash()).isEqualTo(tuned.provenance().orElseThrow().weightsHash());
    assertThat(tuned.provenance().orElseThrow().weightsReport())
        .contains("from run " + run.id() + ", epoch 2 (MoCHi, provenance ");
    assertThat(Outcome.of("runs", out.toString()).good().out())
        .contains("backbone from", run.id() + ", epoch 2");
  }

  @Test
  void aPresetForOtherImagesNeedsThem() {
    Outcome outcome = Outcome.of("pretrain", "--preset", "mochi-imagenet100");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).isEqualTo("the preset mochi-imagenet100 needs --data");
  }
}
