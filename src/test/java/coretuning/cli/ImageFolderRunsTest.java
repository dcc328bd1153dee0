package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.data.ImageTree;
import coretuning.spec.DataFormat;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs on folders of images that are not as one wishes: broken files, no labels.
class ImageFolderRunsTest {
  @TempDir Path folder;
  private Path runs;

  @BeforeEach
  void plant() throws IOException {
    runs = folder.resolve("runs");
    var tree = new ImageTree(folder);
    for (int i = 0; i < 12; i++) {
      tree.image("photos/train/cat/%d.png".formatted(i), 10 + i)
          .image("photos/train/dog/%d.png".formatted(i), 120 + i)
          .image("photos/test/cat/%d.png".formatted(i), 40 + i)
          .image("photos/test/dog/%d.png".formatted(i), 160 + i)
          .image("flat/%d.png".formatted(i), 20 * i);
    }
    Files.writeString(folder.resolve("photos/train/cat/3.png"), "no image");
    Files.write(folder.resolve("photos/test/dog/4.png"), new byte[0]);
  }

  private Outcome run(String command, String data, String... more) {
    var words =
        new ArrayList<>(
            List.of(
                command,
                "--data",
                folder.resolve(data).toString(),
                "--image-size",
                "16",
                "--architecture",
                "resnet8-mini",
                "--batch-size",
                "4",
                "--epochs",
                "1",
                "--device",
                "cpu",
                "--out",
                runs.toString()));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray(String[]::new));
  }

  private RunFolder only() {
    var store = new RunStore(runs);
    assertThat(store.list()).hasSize(1);
    return store.open(store.list().getFirst().id());
  }

  @Test
  void aBrokenImageEndsARunWithItsName() {
    Outcome outcome = run("finetune", "photos", "--weights", "random");
    assertThat(outcome.error()).contains("photos/train/cat/3.png");
  }

  @Test
  void skippedImagesAreLeftOutToldAndListed() throws IOException {
    Outcome outcome =
        run("finetune", "photos", "--weights", "random", "--skip-broken", "--method", "ce-tuning")
            .good();
    assertThat(outcome.err()).contains("warning: 2 images could not be read and are left out");
    assertThat(only().path().resolve("skipped.csv"))
        .content()
        .contains("train/cat/3.png", "test/dog/4.png");
    assertThat(Files.readString(only().path().resolve("evaluations/test.json"))).contains("23");
  }

  @Test
  void aFlatFolderIsPretrainedOnWithoutProbes() {
    Outcome outcome = run("pretrain", "flat", "--set", "queue-size=8").good();
    assertThat(((Pretraining) only().spec()).data().format()).isEqualTo(DataFormat.UNLABELLED);
    assertThat(outcome.err()).contains("the images have no classes");
    assertThat(only().probes()).isEmpty();
    assertThat(only().backbone()).exists();
  }

  @Test
  void whatNeedsLabelsRefusesAFlatFolder() {
    assertThat(run("finetune", "flat", "--weights", "random").error())
        .contains("pre-training only");
    assertThat(run("finetune", "flat", "--weights", "random", "--format", "unlabelled").error())
        .contains("the images have no labels");
    assertThat(
            run(
                    "pretrain",
                    "flat",
                    "--method",
                    "mochi",
                    "--set",
                    "queue-size=8",
                    "--set",
                    "class-oracle=true")
                .error())
        .contains("the images have no labels, which MoCHi needs");
  }
}
