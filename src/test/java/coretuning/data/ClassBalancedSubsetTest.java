package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassBalancedSubsetTest {
  private static final List<String> FILES =
      List.of(
          "train-images-idx3-ubyte.gz",
          "train-labels-idx1-ubyte.gz",
          "t10k-images-idx3-ubyte.gz",
          "t10k-labels-idx1-ubyte.gz");

  @TempDir Path source;
  @TempDir Path target;

  @BeforeEach
  void writeFolder() throws IOException {
    IdxFiles.folder(source, IdxFiles.labels(3, 10), IdxFiles.labels(3, 4));
  }

  @Test
  void everyClassGivesAsManyImages() {
    new ClassBalancedSubset(4, 2, 1).writeIdx(source, target);
    Dataset subset = IdxFiles.open(target);

    assertThat(Arrays.stream(subset.trainIds()).map(subset::label))
        .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
    assertThat(Arrays.stream(subset.testIds()).map(subset::label))
        .containsExactly(0, 0, 1, 1, 2, 2);
  }

  @Test
  void imagesKeepTheirLabels() {
    new ClassBalancedSubset(4, 2, 1).writeIdx(source, target);
    Dataset subset = IdxFiles.open(target);

    for (int id : subset.trainIds()) {
      assertThat(subset.rgb(id)[0] / 10).isEqualTo(subset.label(id));
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesWithoutATimeInTheHeader() throws IOException {
    new ClassBalancedSubset(4, 2, 1).writeIdx(source, target);
    Path again = target.resolve("again");
    new ClassBalancedSubset(4, 2, 1).writeIdx(source, again);

    for (String file : FILES) {
      byte[] bytes = Files.readAllBytes(target.resolve(file));
      assertThat(Files.readAllBytes(again.resolve(file))).isEqualTo(bytes);
      assertThat(Arrays.copyOf(bytes, 10)).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }
  }

  @Test
  void anotherSeedChoosesOtherImages() {
    new ClassBalancedSubset(4, 2, 1).writeIdx(source, target);
    Path other = target.resolve("other");
    new ClassBalancedSubset(4, 2, 2).writeIdx(source, other);

    assertThat(firstPixels(IdxFiles.open(other))).isNotEqualTo(firstPixels(IdxFiles.open(target)));
  }

  @Test
  void classNamesComeAlongAndNothingElseIsLeftBehind() throws IOException {
    Files.writeString(source.resolve("classes.txt"), "a\nb\nc\n");
    new ClassBalancedSubset(4, 2, 1).writeIdx(source, target);

    assertThat(IdxFiles.open(target).classNames()).containsExactly("a", "b", "c");
    try (var files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              FILES.get(0), FILES.get(1), FILES.get(2), FILES.get(3), "classes.txt");
    }
  }

  @Test
  void tooFewImagesOfAClassAreAProblem() {
    assertThatThrownBy(() -> new ClassBalancedSubset(4, 5, 1).writeIdx(source, target))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("class 0 has 4 images, 5 are wanted")
        .hasMessageContaining("t10k-labels");
  }

  @Test
  void aTargetThatIsAFileIsAProblem() throws IOException {
    Path file = Files.writeString(target.resolve("taken"), "");

    assertThatThrownBy(() -> new ClassBalancedSubset(4, 2, 1).writeIdx(source, file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aSubsetOfNothingIsRefused() {
    assertThatThrownBy(() -> new ClassBalancedSubset(0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0 training and 2 test");
  }

  private static List<Byte> firstPixels(Dataset dataset) {
    return Arrays.stream(dataset.trainIds()).mapToObj(id -> dataset.rgb(id)[0]).toList();
  }
}
