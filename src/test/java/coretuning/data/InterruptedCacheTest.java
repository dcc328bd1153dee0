package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a cache whose writing was stopped, ran into a full disk, or was killed.
class InterruptedCacheTest {
  private static final int IMAGES = 60;
  private static final int SIDE = 64;

  @TempDir Path root;
  @TempDir Path cache;

  /// Opens the images with a pause after each; prints what went wrong.
  static final class SlowOpener {
    private SlowOpener() {}

    public static void main(String[] words) throws InterruptedException {
      int pause = Integer.parseInt(words[2]);
      var slow =
          new Decoding() {
            @Override
            public boolean goesOn() {
              return true;
            }

            @Override
            public void at(int done, int all) {
              try {
                Thread.sleep(pause);
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            }
          };
      try {
        Datasets.open(
            IdxFiles.spec(DataFormat.AUTO, Path.of(words[0]), SIDE), Path.of(words[1]), slow);
        System.out.println("opened");
      } catch (Problem problem) {
        System.out.println(problem.getMessage());
      }
    }
  }

  @BeforeEach
  void plant() throws IOException {
    var tree = new ImageTree(root);
    for (int i = 0; i < IMAGES / 2; i++) {
      tree.image("train/class%d/%d.png".formatted(i % 2, i), i)
          .image("test/class%d/%d.png".formatted(i % 2, i), 100 + i);
    }
  }

  private List<String> command(int pause) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        SlowOpener.class.getName(),
        root.toString(),
        cache.toString(),
        Integer.toString(pause));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Dataset open() {
    return Datasets.open(IdxFiles.spec(DataFormat.AUTO, root, SIDE), cache);
  }

  @Test
  void aStopLeavesNothingAndTheNextOpeningDecodesAll() throws IOException {
    var seen = new AtomicInteger();
    var stopping =
        new Decoding() {
          @Override
          public boolean goesOn() {
            return seen.get() < 5;
          }

          @Override
          public void at(int done, int all) {
            assertThat(all).isEqualTo(IMAGES);
            seen.set(done);
          }
        };
    assertThat(Datasets.open(IdxFiles.spec(DataFormat.AUTO, root, SIDE), cache, stopping))
        .isEmpty();
    assertThat(seen).hasValue(5);
    assertThat(left()).isEmpty();
    assertThat(open().size()).isEqualTo(IMAGES);
    assertThat(left()).hasSize(1);
  }

  /// The shell's limit on the size of files makes writes fail in the middle, as a full disk does.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aWriteThatFailsMidwayIsOneProblemAndLeavesNothing() throws Exception {
    var words = new ArrayList<>(List.of("bash", "-c", "ulimit -f 300; exec \"$@\"", "bash"));
    words.addAll(command(0));
    Process program = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(program.getInputStream().readAllBytes());
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();

    // 60 images of 12,288 bytes are 737,280 bytes; 300 blocks are 307,200.
    assertThat(said).contains("the file cannot be written", "the disk has room");
    assertThat(left()).isEmpty();
    assertThat(open().size()).isEqualTo(IMAGES);
  }

  @Test
  void whatAKilledProgramLeftIsRemovedAndMadeAnew() throws Exception {
    Process program = new ProcessBuilder(command(200)).redirectErrorStream(true).start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (half().isEmpty() && System.nanoTime() < deadline && program.isAlive()) {
      Thread.sleep(20);
    }
    program.destroyForcibly().waitFor();
    assertThat(half()).hasSize(1);
    assertThat(left().stream().filter(each -> each.toString().endsWith(".pixels"))).isEmpty();

    assertThat(open().size()).isEqualTo(IMAGES);
    assertThat(half()).isEmpty();
    assertThat(left()).hasSize(1);
  }

  private List<Path> half() {
    String[] names = cache.toFile().list((folder, name) -> name.endsWith(".tmp"));
    return Arrays.stream(names == null ? new String[0] : names).map(Path::of).toList();
  }
}
