package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path folder;
  @TempDir Path cache;
  @TempDir Path archives;

  @BeforeEach
  void plant() throws IOException {
    new ImageTree(folder)
        .image("photos/train/cat/1.png", 10)
        .image("photos/train/d\u00f6g/1.png", 20)
        .image("photos/val/cat/1.png", 30);
  }

  @Test
  void aZipOfClassFoldersIsReadInPlace() throws IOException {
    assertServesAll(zip("photos.zip"));
    assertThat(archives).isDirectoryNotContaining(path -> !path.toString().endsWith(".zip"));
  }

  @Test
  void tarsAreReadPlainAndCompressed() throws IOException {
    assertServesAll(tar("photos.tar", false));
    assertServesAll(tar("photos.tar.gz", true));
  }

  @Test
  void aChangedArchiveIsReadAgain() throws IOException {
    assertServesAll(tar("photos.tar", false));
    new ImageTree(folder).image("photos/train/cat/2.png", 40);

    assertThat(open(tar("photos.tar", false)).size()).isEqualTo(4);
  }

  @Test
  void aBrokenImageInsideIsNamedWithItsArchive() throws IOException {
    Files.writeString(folder.resolve("photos/train/cat/1.png"), "no image");

    assertThatThrownBy(() -> open(zip("photos.zip")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("photos.zip!/photos/train/cat/1.png");
  }

  @Test
  void namesThatLeadOutAreRefused() throws IOException {
    for (String name : List.of("../evil.png", "/etc/evil.png", "a/../../evil.png", "c:/x.png")) {
      Path zip = archives.resolve("evil.zip");
      try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
        out.putNextEntry(new ZipEntry(name));
      }
      assertRefused(zip, "leads out of it");
    }
    Path tar = archives.resolve("evil.tar");
    try (var out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      out.putArchiveEntry(new TarArchiveEntry("x/../../evil.png"));
      out.closeArchiveEntry();
    }
    assertRefused(tar, "leads out of it");
  }

  @Test
  void linksInATarAreRefused() throws IOException {
    Path tar = archives.resolve("link.tar");
    try (var out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      var link = new TarArchiveEntry("train/cat/1.png", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
    }

    assertRefused(tar, "is a link or a device");
  }

  @Test
  void bombsAreRefusedBeforeTheyUnpack() throws IOException {
    Path zip = archives.resolve("bomb.zip");
    var zeros = new byte[1 << 20];
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(3);
      out.putNextEntry(new ZipEntry("train/cat/1.png"));
      for (int i = 0; i < 1100; i++) {
        out.write(zeros);
      }
    }

    assertRefused(zip, "as bombs do");
  }

  @Test
  void tooManyEntriesAreRefused() {
    var limits = new ArchiveLimits(Path.of("a.zip"), 100, 3);
    Stream.of("a", "b", "c").forEach(limits::entry);

    assertThatThrownBy(() -> limits.entry("d")).hasMessageContaining("more than 3 entries");
  }

  @Test
  void cutAndScrambledArchivesAreProblems() throws IOException {
    var random = new Random(1);
    for (Path whole : List.of(zip("a.zip"), tar("b.tar.gz", true), tar("c.tar", false))) {
      byte[] bytes = Files.readAllBytes(whole);
      for (int round = 0; round < 20; round++) {
        byte[] damaged =
            round % 2 == 0
                ? Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length - 4))
                : bytes.clone();
        damaged[random.nextInt(damaged.length)] ^= 0x55;
        Path file = archives.resolve("damaged-" + round + "-" + whole.getFileName());
        Files.write(file, damaged);
        try {
          open(file);
        } catch (Problem expected) {
          assertThat(expected.getMessage().lines()).hasSize(1);
        }
      }
    }
  }

  private void assertRefused(Path archive, String why) throws IOException {
    assertThatThrownBy(() -> open(archive))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the archive is refused")
        .hasMessageContaining(why);
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private void assertServesAll(Path archive) {
    Dataset dataset = open(archive);
    assertThat(dataset.name()).isEqualTo("photos");
    assertThat(dataset.classNames()).containsExactly("cat", "d\u00f6g");
    assertThat(dataset.trainIds()).hasSize(2);
    assertThat(dataset.rgb(2)[0]).isEqualTo((byte) 30);
  }

  private Dataset open(Path archive) {
    return Datasets.open(IdxFiles.spec(DataFormat.AUTO, archive, 8), cache);
  }

  private Path zip(String name) throws IOException {
    Path zip = archives.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path file : files()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return zip;
  }

  private Path tar(String name, boolean gzipped) throws IOException {
    Path tar = archives.resolve(name);
    OutputStream raw = Files.newOutputStream(tar);
    try (var out =
        new TarArchiveOutputStream(
            gzipped ? new GZIPOutputStream(raw) : raw, StandardCharsets.UTF_8.name())) {
      out.setAddPaxHeadersForNonAsciiNames(true);
      for (Path file : files()) {
        var entry = new TarArchiveEntry(file.toFile(), "./" + folder.relativize(file));
        out.putArchiveEntry(entry);
        Files.copy(file, out);
        out.closeArchiveEntry();
      }
    }
    return tar;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
