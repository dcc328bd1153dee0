package coretuning.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void createsTheFileAndItsFolders() {
    Path target = folder.resolve("a/b/text.txt");

    AtomicFile.writeText(target, "tight classes, spread features: η\n");

    assertThat(target).hasContent("tight classes, spread features: η\n");
    assertThat(namesIn(target.getParent())).containsExactly("text.txt");
  }

  @Test
  void replacesAnOldFile() {
    Path target = folder.resolve("text.txt");
    AtomicFile.writeText(target, "a long old text");

    AtomicFile.writeText(target, "new");

    assertThat(target).hasContent("new");
  }

  @Test
  void aFailureHalfWayLeavesTheOldFileAndNoTemporaryFile() {
    Path target = folder.resolve("text.txt");
    AtomicFile.writeText(target, "old");

    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                out -> {
                  out.write(new byte[1 << 20]);
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("text.txt");

    assertThat(target).hasContent("old");
    assertThat(namesIn(folder)).containsExactly("text.txt");
  }

  @Test
  void anErrorOfTheContentPassesThroughAndCleansUp() {
    Path target = folder.resolve("text.txt");

    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                out -> {
                  throw new IllegalArgumentException("wrong");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void aFolderThatIsAFileIsAProblemNamingTheTarget() {
    Path file = folder.resolve("file");
    AtomicFile.writeText(file, "x");

    assertThatThrownBy(() -> AtomicFile.writeText(file.resolve("below.txt"), "y"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("below.txt");
  }

  @Test
  void theFileSystemRootIsNoTarget() {
    assertThatThrownBy(() -> AtomicFile.writeText(Path.of("/"), "y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> namesIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(each -> each.getFileName().toString()).sorted().toList();
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
