package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.format.Formats;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledTest {
  @TempDir Path root;
  @TempDir Path cache;

  @BeforeEach
  void plant() throws IOException {
    var tree = new ImageTree(root);
    for (int i = 0; i < 6; i++) {
      tree.image("photos/%d.png".formatted(i), 10 * i);
    }
    tree.image("photos/more/deep/x.png", 77);
  }

  private Dataset open(Path path) {
    return Datasets.open(IdxFiles.spec(DataFormat.UNLABELLED, path, 8), cache);
  }

  @Test
  void everyImageAtAnyDepthIsLearntFromWithoutALabel() {
    Dataset dataset = open(root.resolve("photos"));
    assertThat(dataset.size()).isEqualTo(7);
    assertThat(dataset.trainIds()).hasSize(7);
    assertThat(dataset.testIds()).isEmpty();
    assertThat(dataset.classCount()).isZero();
    assertThat(dataset.classNames()).isEmpty();
    assertThat(dataset.label(0)).isEqualTo(-1);
    assertThat(DataHash.of(dataset)).matches("[0-9a-f]{64}");
  }

  @Test
  void anArchiveIsReadTheSameWay() throws IOException {
    Path zip = root.resolve("photos.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var archive = new ZipOutputStream(out)) {
      for (int i = 0; i < 3; i++) {
        archive.putNextEntry(new ZipEntry("photos/%d.png".formatted(i)));
        Files.copy(root.resolve("photos/%d.png".formatted(i)), archive);
        archive.closeEntry();
      }
    }
    assertThat(open(zip).size()).isEqualTo(3);
    assertThat(Datasets.isUnlabelled(zip, cache)).isTrue();
  }

  @Test
  void sharesAreDrawnFromAllImages() {
    Dataset dataset = open(root.resolve("photos"));
    var spec = IdxFiles.spec(DataFormat.UNLABELLED, root, 8).withSubsetRate(0.5);
    Split split = Split.of(dataset, spec, 1);
    assertThat(split.train()).hasSize(4);
    assertThat(split.test()).isEmpty();
  }

  @Test
  void onlyWhereItIsAskedForAreImagesWithoutLabelsADataSet() throws IOException {
    Path photos = root.resolve("photos");
    assertThat(Formats.recognise(photos)).isEmpty();
    assertThat(Datasets.isUnlabelled(photos, cache)).isTrue();
    assertThatThrownBy(() -> Datasets.open(IdxFiles.spec(DataFormat.AUTO, photos, 8), cache))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pre-training only");

    new ImageTree(root).image("classes/a/1.png", 1).image("classes/b/1.png", 2);
    assertThat(Datasets.isUnlabelled(root.resolve("classes"), cache)).isFalse();
  }

  @Test
  void aFolderWithoutImagesIsRefused() throws IOException {
    Path empty = Files.createDirectories(root.resolve("empty"));
    assertThatThrownBy(() -> open(empty))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("there are no images");
  }
}
