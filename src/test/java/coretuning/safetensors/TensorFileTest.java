package coretuning.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFileTest {
  @TempDir Path folder;

  private static TensorFile sample() {
    var entries = new LinkedHashMap<String, Entry>();
    entries.put(
        "flag", new Entry(DType.BOOL, new long[] {3}, ByteBuffer.wrap(new byte[] {1, 0, 1})));
    entries.put("weight \"ü\"", Entry.of(new float[] {1.5f, Float.NaN, -0f, 4f}, 2, 2));
    entries.put("steps", Entry.of(new long[] {Long.MIN_VALUE}));
    entries.put("empty", Entry.of(new float[0], 0, 5));
    entries.put("moment", Entry.of(new double[] {Math.PI}, 1));
    return new TensorFile(entries, Map.of("epoch", "3"));
  }

  @Test
  void everythingComesBackInOrder() {
    Path file = folder.resolve("a.safetensors");
    sample().write(file);

    TensorFile read = TensorFile.read(file);

    assertThat(read.entries().keySet())
        .containsExactly("flag", "weight \"ü\"", "steps", "empty", "moment");
    assertThat(read.metadata()).containsExactly(Map.entry("epoch", "3"));
    assertThat(read.entry("weight \"ü\"").orElseThrow().toFloats())
        .containsExactly(1.5f, Float.NaN, -0f, 4f);
    assertThat(read.entry("weight \"ü\"").orElseThrow().shape()).containsExactly(2, 2);
    assertThat(read.entry("flag").orElseThrow().toInts()).containsExactly(1, 0, 1);
    assertThat(read.entry("steps").orElseThrow().toLongs()).containsExactly(Long.MIN_VALUE);
    assertThat(read.entry("empty").orElseThrow().shape()).containsExactly(0, 5);
    assertThat(read.entry("moment").orElseThrow().toDoubles()).containsExactly(Math.PI);
    assertThat(read.entry("nothing")).isEmpty();
  }

  @Test
  void theSameContentGivesTheSameBytes() throws IOException {
    sample().write(folder.resolve("a"));
    TensorFile.read(folder.resolve("a")).write(folder.resolve("b"));

    assertThat(Files.readAllBytes(folder.resolve("a")))
        .isEqualTo(Files.readAllBytes(folder.resolve("b")));
  }

  @Test
  void everyElementIsAligned() throws IOException {
    Path file = folder.resolve("a");
    sample().write(file);
    byte[] bytes = Files.readAllBytes(file);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();

    assertThat(header % 8).isZero();
    // The eight-byte elements lie first: steps, then moment.
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(data.getLong(8 + (int) header)).isEqualTo(Long.MIN_VALUE);
    assertThat(data.getDouble(16 + (int) header)).isEqualTo(Math.PI);
  }

  @Test
  void aFileWrittenByHandIsRead() throws IOException {
    Path file =
        write(
            "{\"a\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,8]}}  ",
            new byte[] {1, 0, 0, 0, -1, -1, -1, -1});

    assertThat(TensorFile.read(file).entry("a").orElseThrow().toInts()).containsExactly(1, -1);
  }

  @Test
  void theReservedNameIsRefused() {
    var entries = new LinkedHashMap<>(Map.of("__metadata__", Entry.of(new float[] {1}, 1)));

    assertThatThrownBy(() -> new TensorFile(entries, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                                                  | must start with {
          {"a":                                                               | not valid JSON
          {} {}                                                               | not valid JSON
          {"a":1}                                                             | tensor "a" must be an object
          {"__metadata__":[]}                                                 | __metadata__ must be an object
          {"__metadata__":{"k":1}}                                            | "k" must be text
          {"a":{"dtype":"F8","shape":[8],"data_offsets":[0,8]}}               | tensor "a" dtype must be one of
          {"a":{"shape":[8],"data_offsets":[0,8]}}                            | dtype must be one of
          {"a":{"dtype":"U8","shape":8,"data_offsets":[0,8]}}                 | shape must be a list
          {"a":{"dtype":"U8","shape":[-8],"data_offsets":[0,8]}}              | at least 0, got -8
          {"a":{"dtype":"U8","shape":[8.0],"data_offsets":[0,8]}}             | at least 0, got 8.0
          {"a":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,8]}} | at least 0, got 9999
          {"a":{"dtype":"U8","shape":[8],"data_offsets":[0]}}                 | data_offsets must be [begin, end]
          {"a":{"dtype":"U8","shape":[8],"data_offsets":[8,0]}}               | data_offsets must be [begin, end]
          {"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}}               | ends at byte 9
          {"a":{"dtype":"F32","shape":[8],"data_offsets":[0,8]}}              | needs 32 bytes, data_offsets give 8
          {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}} | too large
          {"a":{"dtype":"U8","shape":[7],"data_offsets":[1,8]}}               | must begin at byte 0
          {"a":{"dtype":"U8","shape":[7],"data_offsets":[0,7]}}               | end at byte 7, the data at byte 8
          {"a":{"dtype":"U8","shape":[6],"data_offsets":[0,6]},"b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}} | tensor "b" must begin at byte 6
          {"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]}} | Duplicate
          {"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8],"code":"x"}}    | unknown field "code"
          """)
  void aBrokenHeaderIsAProblemNamingTheRule(String header, String rule) throws IOException {
    Path file = write(header, new byte[8]);

    assertThatThrownBy(() -> TensorFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(rule)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aLengthBeyondTheFileTakesNoMemory() throws IOException {
    Path file = folder.resolve("long");
    Files.write(file, length(90_000_000));

    assertThatThrownBy(() -> TensorFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("90000000");
  }

  @Test
  void absurdLengthsAreRefused() throws IOException {
    for (long length : new long[] {-1, Long.MIN_VALUE, 100_000_001}) {
      Path file = folder.resolve("absurd");
      Files.write(file, length(length));

      assertThatThrownBy(() -> TensorFile.read(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("100000000");
    }
  }

  @Test
  void tinyMissingAndFolderAreProblems() throws IOException {
    Path tiny = Files.write(folder.resolve("tiny"), new byte[5]);

    assertThatThrownBy(() -> TensorFile.read(tiny)).hasMessageContaining("5 bytes");
    assertThatThrownBy(() -> TensorFile.read(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> TensorFile.read(folder)).isInstanceOf(Problem.class);
  }

  @Test
  void notUtf8IsAProblem() throws IOException {
    Path file = folder.resolve("latin");
    byte[] header = "{\"ü\":1}".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(
        file,
        ByteBuffer.allocate(8 + header.length).put(length(header.length)).put(header).array());

    assertThatThrownBy(() -> TensorFile.read(file)).hasMessageContaining("UTF-8");
  }

  @Test
  void everyCutAndEveryFlippedByteIsReadOrRefusedInWords() throws IOException {
    Path file = folder.resolve("a");
    sample().write(file);
    byte[] good = Files.readAllBytes(file);
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bad =
          java.util.Arrays.copyOf(good, i % 2 == 0 ? random.nextInt(good.length) : good.length);
      if (bad.length > 0) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, bad);
      try {
        assertThat(TensorFile.read(file).entries()).hasSizeLessThanOrEqualTo(5);
      } catch (Problem problem) {
        assertThat(problem.where()).isEqualTo(file.toString());
      }
    }
  }

  @Test
  void aFolderInThePlaceOfTheFileLeavesNothingBehind() throws IOException {
    Path file = Files.createDirectories(folder.resolve("taken/inner")).getParent();

    assertThatThrownBy(() -> sample().write(file)).isInstanceOf(Problem.class);

    try (var entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
  }

  private Path write(String header, byte[] data) throws IOException {
    byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(8 + bytes.length + data.length);
    all.put(length(bytes.length)).put(bytes).put(data);
    return Files.write(folder.resolve("hand.safetensors"), all.array());
  }

  private static byte[] length(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
