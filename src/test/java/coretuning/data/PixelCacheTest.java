package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.format.Sample;
import coretuning.data.format.Samples;
import coretuning.data.image.PixelSource;
import coretuning.result.Part;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelCacheTest {
  private static final int COUNT = 40;

  @TempDir Path root;
  @TempDir Path cache;
  private final AtomicInteger decoded = new AtomicInteger();
  private Samples listing;

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

  private Samples listing(PixelSource source) throws IOException {
    Path file = Files.writeString(root.resolve("a.png"), "stands for the images");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < COUNT; i++) {
      samples.add(new Sample(file, i % 2, Optional.of(i < 30 ? Part.TRAIN : Part.TEST), ""));
    }
    return new Samples(root, List.of("a", "b"), samples, source, OptionalInt.empty(), List.of());
  }

  private PixelStore open(int size) {
    return open(listing, size);
  }

  private PixelStore open(Samples samples, int size) {
    return open(cache, samples, size, 1L << 30);
  }

  private static PixelStore open(Path folder, Samples samples, int size, long limit) {
    return new PixelCache(new CacheFolder(folder, limit)).open(samples, "", size, false).pixels();
  }

  @Test
  void everyImageLiesInItsPlace() {
    assertHoldsAll(open(9));
  }

  @Test
  void aSecondOpeningDecodesNothing() {
    open(9);
    assertThat(decoded).hasValue(COUNT);

    assertHoldsAll(open(9));
    assertThat(decoded).hasValue(COUNT);
  }

  @Test
  void theCacheHoldsOneFileReadableByItsName() throws IOException {
    open(9);

    assertThat(onlyFile().getFileName().toString()).matches("[0-9a-f]{64}\\.pixels");
    assertThat(Files.size(onlyFile())).isEqualTo(40 + COUNT * 3 * 81);
  }

  @Test
  void aChangedFileOrSizeMakesAnotherCache() throws IOException {
    open(9);
    open(8);
    assertThat(decoded).hasValue(2 * COUNT);

    Files.writeString(root.resolve("a.png"), "has been changed by now");
    Files.setLastModifiedTime(root.resolve("a.png"), FileTime.fromMillis(2_000_000));
    open(9);
    assertThat(decoded).hasValue(3 * COUNT);
  }

  @Test
  void theSameContentWithAnotherTimeOrPlaceIsNotDecodedAgain() throws IOException {
    open(9);
    Files.setLastModifiedTime(root.resolve("a.png"), FileTime.fromMillis(2_000_000));
    open(9);

    assertThat(decoded).hasValue(COUNT);
  }

  @Test
  void theLeastRecentlyUsedFilesMakeRoom() throws IOException {
    long each = COUNT * 3L * 81 + 40;
    open(cache, listing, 9, 2 * each);
    Path first = onlyFile();
    Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));
    open(cache, listing, 8, 2 * each);
    open(cache, listing, 7, 2 * each);

    assertThat(cachedFiles()).hasSize(2).doesNotContain(first);
  }

  @Test
  void aSetLargerThanTheLimitIsRefusedBeforeAnythingIsDecoded() {
    assertThatThrownBy(() -> open(cache, listing, 9, 1000))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the pixel cache may hold 1,000");
    assertThat(decoded).hasValue(0);
  }

  @Test
  void whatACrashLeftBehindIsRemoved() throws IOException {
    open(9);
    Path file = onlyFile();
    String key = file.getFileName().toString().replace(".pixels", "");
    Files.delete(file);
    Files.writeString(cache.resolve("." + key + ".pixels.0000.tmp"), "half a file");
    open(9);

    assertThat(cachedFiles()).containsExactly(file);
  }

  @Test
  void threadsThatWantTheSamePixelsDecodeOnce() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(Thread.ofPlatform().start(() -> open(9)));
    }
    for (Thread each : threads) {
      each.join();
    }

    assertThat(decoded).hasValue(COUNT);
  }

  @Test
  void aShortCacheIsMadeAgain() throws IOException {
    open(9);
    Path file = onlyFile();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));

    assertHoldsAll(open(9));
    assertThat(decoded).hasValue(2 * COUNT);
  }

  @Test
  void aCacheWithASingleWrongByteIsMadeAgain() throws IOException {
    open(9);
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    bytes[5000] ^= 1;
    Files.write(file, bytes);

    assertHoldsAll(open(9));
    assertThat(decoded).hasValue(2 * COUNT);
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Samples failing =
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

    assertThatThrownBy(() -> open(failing, 9))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("17.png");
    assertThat(cachedFiles()).isEmpty();
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsAProblem() {
    assertThatThrownBy(() -> open(root.resolve("a.png"), listing, 9, 1L << 30))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pixel cache cannot be");
  }

  private Path onlyFile() throws IOException {
    assertThat(cachedFiles()).hasSize(1);
    return cachedFiles().getFirst();
  }

  private List<Path> cachedFiles() throws IOException {
    try (var files = Files.list(cache)) {
      return files.filter(Files::isRegularFile).toList();
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
