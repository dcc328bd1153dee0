package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelCacheTest {
  private static final int COUNT = 40;

  @TempDir Path root;
  @TempDir Path cache;
  private final AtomicInteger decoded = new AtomicInteger();
  private Listing listing;

  /// Image i is filled with `i`.
  private final class Counted implements PixelSource {
    @Override
    public int count() {
      return COUNT;
    }

    @Override
    public int channels() {
      return 3;
    }

    @Override
    public void read(int index, int size, byte[] into) {
      decoded.incrementAndGet();
      Arrays.fill(into, (byte) index);
    }
  }

  @BeforeEach
  void listFile() throws IOException {
    listing = listing(new Counted());
  }

  private Listing listing(PixelSource source) throws IOException {
    Path file = Files.writeString(root.resolve("a.png"), "stands for the images");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    int[] labels = new int[COUNT];
    Arrays.setAll(labels, i -> i % 2);
    return new Listing(root, List.of(file), List.of("a", "b"), labels, 30, source);
  }

  @Test
  void everyImageLiesInItsPlace() {
    assertHoldsAll(PixelCache.open(cache, listing, 9));
  }

  @Test
  void aSecondOpeningDecodesNothing() {
    PixelCache.open(cache, listing, 9);
    assertThat(decoded).hasValue(COUNT);

    assertHoldsAll(PixelCache.open(cache, listing, 9));
    assertThat(decoded).hasValue(COUNT);
  }

  @Test
  void theCacheHoldsOneFileReadableByItsName() throws IOException {
    PixelCache.open(cache, listing, 9);

    assertThat(onlyFile().getFileName().toString()).matches("[0-9a-f]{64}\\.pixels");
    assertThat(Files.size(onlyFile())).isEqualTo(32 + COUNT * 3 * 81);
  }

  @Test
  void aChangedFileOrSizeMakesAnotherCache() throws IOException {
    PixelCache.open(cache, listing, 9);
    PixelCache.open(cache, listing, 8);
    assertThat(decoded).hasValue(2 * COUNT);

    Files.setLastModifiedTime(root.resolve("a.png"), FileTime.fromMillis(2_000_000));
    PixelCache.open(cache, listing, 9);
    assertThat(decoded).hasValue(3 * COUNT);
  }

  @Test
  void aShortCacheIsMadeAgain() throws IOException {
    PixelCache.open(cache, listing, 9);
    Path file = onlyFile();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));

    assertHoldsAll(PixelCache.open(cache, listing, 9));
    assertThat(decoded).hasValue(2 * COUNT);
  }

  @Test
  void aCacheWithASingleWrongByteIsMadeAgain() throws IOException {
    PixelCache.open(cache, listing, 9);
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    bytes[5000] ^= 1;
    Files.write(file, bytes);

    assertHoldsAll(PixelCache.open(cache, listing, 9));
    assertThat(decoded).hasValue(2 * COUNT);
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Listing failing =
        listing(
            new PixelSource() {
              @Override
              public int count() {
                return COUNT;
              }

              @Override
              public int channels() {
                return 1;
              }

              @Override
              public void read(int index, int size, byte[] into) {
                if (index == 17) {
                  throw new Problem("the image is truncated", "17.png", "repair it");
                }
              }
            });

    assertThatThrownBy(() -> PixelCache.open(cache, failing, 9))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("17.png");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsAProblem() {
    assertThatThrownBy(() -> PixelCache.open(root.resolve("a.png"), listing, 9))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pixel cache cannot be read");
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(cache)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  private static void assertHoldsAll(PixelStore store) {
    var pixels = new byte[store.imageBytes()];
    for (int index = 0; index < COUNT; index++) {
      store.copy(index, pixels);
      assertThat(pixels).containsOnly(index);
    }
  }
}
