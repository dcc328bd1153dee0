package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.checkpoint.WeightsFile;
import coretuning.data.ImageTree;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathKindTest {
  @TempDir Path folder;

  private Path weights(String name) {
    var entries = new LinkedHashMap<String, Entry>();
    entries.put("conv1.weight", Entry.of(new float[4], 4));
    Path file = folder.resolve(name);
    WeightsFile.write(file, new TensorFile(entries, Map.of()));
    return file;
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (String each : entries) {
        zip.putNextEntry(new ZipEntry(each));
        zip.write(1);
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void weightsAreKnownByTheirContentWhateverTheirName() throws IOException {
    assertThat(PathKind.of(weights("a.pth"))).isEqualTo(PathKind.WEIGHTS);
    assertThat(PathKind.of(Files.move(weights("b.pth"), folder.resolve("b.zip"))))
        .isEqualTo(PathKind.WEIGHTS);
    assertThat(PathKind.of(weights("c.safetensors"))).isEqualTo(PathKind.WEIGHTS);
    assertThat(PathKind.of(Files.write(folder.resolve("old.tar"), new byte[] {-128, 2, 'N', '.'})))
        .isEqualTo(PathKind.WEIGHTS);
    assertThat(PathKind.of(zip("late.bin", "m/version", "m/data.pkl"))).isEqualTo(PathKind.WEIGHTS);
  }

  @Test
  void foldersArchivesAndListsAreData() throws IOException {
    new ImageTree(folder).image("photos/a.png", 1).text("list.csv", "path,label");
    assertThat(PathKind.of(folder.resolve("photos"))).isEqualTo(PathKind.DATA);
    assertThat(PathKind.of(zip("photos.zip", "train/cat/1.png"))).isEqualTo(PathKind.DATA);
    assertThat(PathKind.of(folder.resolve("list.csv"))).isEqualTo(PathKind.DATA);
  }

  @Test
  void runsAndOtherThingsAreTold() throws IOException {
    new ImageTree(folder)
        .text("run/spec.json", "{}")
        .text("run/state.json", "{}")
        .text("letter.txt", "Dear all");
    assertThat(PathKind.of(folder.resolve("run"))).isEqualTo(PathKind.RUN);
    assertThat(PathKind.of(folder.resolve("letter.txt"))).isEqualTo(PathKind.OTHER);
    assertThat(PathKind.of(folder.resolve("photos/a.png"))).isEqualTo(PathKind.OTHER);
  }
}
