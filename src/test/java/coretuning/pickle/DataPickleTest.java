package coretuning.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPickleTest {
  @TempDir Path folder;

  /// `{"labels": [3, 4]}` in protocol 2.
  private static byte[] pickle() {
    return "\u0080\u0002}X\u0006\u0000\u0000\u0000labels](K\u0003K\u0004es."
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private FileSystem archive(byte[] content) throws IOException {
    FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("data.zip"), Map.of("create", "true"));
    Files.write(zip.getPath("/batch"), content);
    return zip;
  }

  @Test
  void aPickleInAnArchiveReadsAsOnDisk() throws IOException {
    Path plain = Files.write(folder.resolve("batch"), pickle());
    try (FileSystem zip = archive(pickle())) {
      assertThat(DataPickle.read(zip.getPath("/batch")).numbers("labels")).containsExactly(3, 4);
    }
    assertThat(DataPickle.read(plain).numbers("labels")).containsExactly(3, 4);
  }

  @Test
  void anEntryThatUnpacksToMoreThanTheBoundIsRefused() throws IOException {
    try (FileSystem zip = archive(new byte[1_000_000])) {
      assertThatThrownBy(() -> DataPickle.read(zip.getPath("/batch"), 100_000))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("is longer than 100,000 bytes");
    }
  }

  @Test
  void anEntryOfJustTheBoundIsRead() throws IOException {
    try (FileSystem zip = archive(pickle())) {
      assertThat(DataPickle.read(zip.getPath("/batch"), pickle().length).has("labels")).isTrue();
    }
  }
}
