package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.DataFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two programs that open the same images at the same time with one empty cache.
class TwoProcessesTest {
  @TempDir Path root;
  @TempDir Path cache;

  /// What each program does: opens the images and prints their hash.
  static final class Opener {
    private Opener() {}

    public static void main(String[] words) {
      var spec = IdxFiles.spec(DataFormat.AUTO, Path.of(words[0]), 24);
      System.out.println(DataHash.of(Datasets.open(spec, Path.of(words[1]))));
    }
  }

  @Test
  void bothGetTheSamePixelsAndOneFileIsLeft() throws IOException, InterruptedException {
    var tree = new ImageTree(root);
    for (int i = 0; i < 60; i++) {
      tree.image("train/class%d/%d.jpg".formatted(i % 3, i), i)
          .image("test/class%d/%d.jpg".formatted(i % 3, i), 100 + i);
    }
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      programs.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Opener.class.getName(),
                  root.toString(),
                  cache.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    var hashes = new ArrayList<String>();
    for (Process each : programs) {
      hashes.add(new String(each.getInputStream().readAllBytes()).strip());
      assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(hashes.getFirst()).matches("[0-9a-f]{64}").isEqualTo(hashes.getLast());
    try (var files = Files.list(cache)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }
}
