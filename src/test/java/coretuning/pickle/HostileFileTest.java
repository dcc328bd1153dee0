package coretuning.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import coretuning.result.Problem;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFileTest {
  private static final long MOST_BYTES = 64 << 20;
  private static final String SYSTEM = "asks for posix.system";

  @TempDir Path folder;

  private static Assembler pickle() {
    return new Assembler().op(0x80, 4);
  }

  private static long[] of(long... values) {
    return values;
  }

  static Stream<Arguments> hostile() {
    byte[] one = Assembler.oneTensor(4, of(4), of(1), 0);
    byte[] zip = Assembler.zip(one, Assembler.floats(4));
    return Stream.of(
        call("GLOBAL and REDUCE", pickle().global("posix", "system").text("x").op(0x85, 'R', '.')),
        call(
            "STACK_GLOBAL",
            pickle().text("posix").text("system").op(0x93).text("x").op(0x85, 'R', '.')),
        call("INST", pickle().op('(').text("x").raw("iposix\nsystem\n.")),
        call("OBJ", pickle().op('(').global("posix", "system").text("x").op('o', '.')),
        call("NEWOBJ", pickle().global("posix", "system").text("x").op(0x85, 0x81, '.')),
        call("NEWOBJ_EX", pickle().global("posix", "system").op(')', '}', 0x92, '.')),
        call("BUILD", pickle().global("posix", "system").op('}', 'b', '.')),
        refused("eval", "asks for builtins.eval", pickle().global("builtins", "eval").op('.')),
        refused("getattr", "builtins.getattr", pickle().global("builtins", "getattr").op('.')),
        refused(
            "a dotted name",
            "torch.serialization.os.system",
            pickle().text("torch.serialization").text("os.system").op(0x93, '.')),
        refused("EXT1", "registered extension codes", pickle().op(0x82, 1, '.')),
        refused("EXT4", "registered extension codes", pickle().op(0x84).little(1, 4)),
        refused(
            "a storage called",
            "only a name",
            pickle().global("torch", "FloatStorage").op(')', 'R', '.')),
        refused("a text called", "where a Name belongs", pickle().text("x").op(')', 'R', '.')),
        refused(
            "a reconstructor as a way round",
            "lets torch.device make a tensor",
            pickle()
                .global("torch._tensor", "_rebuild_from_type_v2")
                .op('(')
                .global("torch", "device")
                .global("torch", "Tensor")
                .op(')', 'N', 't', 'R', '.')),
        refused("PERSID", "by a text", pickle().raw("Pfile\n.")),
        refused(
            "another persistent id",
            "no plain storage",
            pickle().text("module").op(0x85, 'Q', '.')),
        refused("an unknown opcode", "no pickle operation", pickle().op(0xff)),
        refused("protocol 9", "protocol 9", new Assembler().op(0x80, 9, '.')),
        refused("an empty stack", "empty stack", pickle().op('.')),
        refused("no mark", "without a beginning", pickle().op('t', '.')),
        refused("an unknown memo", "never remembered", pickle().op('h', 9, '.')),
        refused("a huge text", "ends too early", pickle().op('X').little(0xfffffff0L, 4)),
        refused("a huge long text", "ends too early", pickle().op(0x8d).little(-1, 8)),
        refused("huge bytes", "ends too early", pickle().op(0x8e).little(1L << 60, 8)),
        refused("a negative length", "ends too early", pickle().op('T').little(-5, 4)),
        refused("a huge number", "whole number", pickle().op('L').raw("9".repeat(5000) + "\n.")),
        refused("an endless end", "ends too early", pickle()),
        bytes(
            "a storage larger than its entry",
            "should have 4000000000000",
            Assembler.zip(
                Assembler.oneTensor(1_000_000_000_000L, of(2), of(1), 0), Assembler.floats(4))),
        bytes(
            "a storage of 2^63 bytes",
            "storage of",
            Assembler.zip(
                Assembler.oneTensor(Long.MAX_VALUE, of(2), of(1), 0), Assembler.floats(4))),
        bytes(
            "a tensor larger than its storage",
            "in a storage of 4",
            Assembler.zip(
                Assembler.oneTensor(4, of(1L << 31, 1L << 31), of(0, 0), 0), Assembler.floats(4))),
        bytes(
            "strides out of the storage",
            "leaves its storage",
            Assembler.zip(Assembler.oneTensor(4, of(2, 2), of(3, 1), 0), Assembler.floats(4))),
        bytes(
            "negative strides",
            "leaves its storage",
            Assembler.zip(Assembler.oneTensor(4, of(2, 2), of(-1, 1), 0), Assembler.floats(4))),
        bytes(
            "a negative offset",
            "leaves its storage",
            Assembler.zip(Assembler.oneTensor(4, of(2), of(1), -1), Assembler.floats(4))),
        bytes(
            "a negative size beside 0",
            "of shape",
            Assembler.zip(Assembler.oneTensor(4, of(0, -1), of(1, 1), 0), Assembler.floats(4))),
        bytes("a missing storage", "does not hold storage 0", Assembler.zip(one)),
        bytes("a cut zip", "cut off", Arrays.copyOf(zip, zip.length - 30)),
        bytes("a cut stream", "ends too early", cut(Assembler.stream(one, Assembler.floats(4)))),
        bytes(
            "a zip bomb",
            "compressed",
            Assembler.zip(Map.of("archive/data.pkl", new byte[10 << 20]), ZipEntry.DEFLATED)),
        bytes(
            "a path that climbs",
            "an entry called \"../data.pkl\"",
            Assembler.zip(Map.of("../data.pkl", one), ZipEntry.STORED)),
        bytes(
            "an absolute path",
            "an entry called \"/data.pkl\"",
            Assembler.zip(Map.of("/data.pkl", one), ZipEntry.STORED)),
        bytes("two entries of one name", "two entries called archive/data/0", doubled()),
        bytes("TorchScript", "contains code", torchScript(one)),
        bytes(
            "another zip",
            "no data.pkl",
            Assembler.zip(Map.of("word/document.xml", one), ZipEntry.STORED)),
        bytes("overlapping entries", "lie over each other", overlapping()),
        bytes("many views of one storage", "claim more than", manyViews()),
        refused("nesting", "nests values", nested()),
        refused("steps without end", "makes more than", pickle().raw("N0".repeat(1_100_000))));
  }

  private static Arguments call(String name, Assembler pickle) {
    return bytes(name, SYSTEM, pickle.bytes());
  }

  private static Arguments refused(String name, String why, Assembler pickle) {
    return bytes(name, why, pickle.bytes());
  }

  private static Arguments bytes(String name, String why, byte[] bytes) {
    return Arguments.of(name, why, bytes);
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length - 8);
  }

  private static byte[] torchScript(byte[] pickle) {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("m/data.pkl", pickle);
    entries.put("m/constants.pkl", pickle);
    return Assembler.zip(entries, ZipEntry.STORED);
  }

  /// The name of the second storage is overwritten by that of the first.
  private static byte[] doubled() {
    byte[] zip =
        Assembler.zip(
            Assembler.oneTensor(4, of(4), of(1), 0), Assembler.floats(4), Assembler.floats(4));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    return text.replace("archive/data/1", "archive/data/0").getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The directory puts the second storage where the first one is.
  private static byte[] overlapping() {
    byte[] zip =
        Assembler.zip(
            Assembler.oneTensor(4, of(4), of(1), 0), Assembler.floats(4), Assembler.floats(4));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int first = text.lastIndexOf("archive/data/0") - 4;
    int second = text.lastIndexOf("archive/data/1") - 4;
    System.arraycopy(zip, first, zip, second, 4);
    return zip;
  }

  private static byte[] manyViews() {
    Assembler pickle =
        pickle().op('}', '(').text("first").tensor("0", 100_000, of(100_000), of(1), 0).op('q', 1);
    for (int i = 0; i < 100; i++) {
      pickle.text("view" + i).op('h', 1);
    }
    return Assembler.zip(pickle.op('u', '.').bytes(), Assembler.floats(100_000));
  }

  private static Assembler nested() {
    Assembler pickle = pickle();
    for (int i = 0; i < 1000; i++) {
      pickle.op(']');
    }
    for (int i = 0; i < 999; i++) {
      pickle.op('a');
    }
    return pickle.op('.');
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isRefusedInOneSentenceWithoutMemoryOrFiles(String name, String why, byte[] bytes)
      throws Exception {
    Path file = Files.write(folder.resolve("weights.pth"), bytes);
    List<String> before = names();
    long memory = allocated();

    assertThatThrownBy(() -> TorchFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("\n");

    assertThat(allocated() - memory).as("memory").isLessThan(MOST_BYTES + 2L * bytes.length);
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void aBillionLaughsStayAsSmallAsTheyAreWritten() throws Exception {
    Assembler laughs = pickle().op(']').text("ha").op('a', 'q', 0);
    for (int i = 1; i < 100; i++) {
      laughs.op('(');
      for (int j = 0; j < 10; j++) {
        laughs.op('h', i - 1);
      }
      laughs.op('l', 'q', i);
    }
    Path file = Files.write(folder.resolve("laughs.pkl"), laughs.op('.').bytes());
    long memory = allocated();

    assertThatThrownBy(() -> TorchFile.read(file)).isInstanceOf(Problem.class);

    assertThat(allocated() - memory).isLessThan(MOST_BYTES);
  }

  /// Mutates good files: whatever comes out is a file or a [Problem], never another exception.
  @Test
  void noMutationBreaksTheReader() throws Exception {
    byte[] one = Assembler.oneTensor(6, of(3, 2), of(1, 3), 0);
    List<byte[]> seeds =
        List.of(
            Assembler.zip(one, Assembler.floats(6)),
            Assembler.stream(one, Assembler.floats(6)),
            pickle()
                .op('}', '(')
                .text("a")
                .global("numpy", "dtype")
                .text("f4")
                .op(0x85, 'R')
                .text("b")
                .global("argparse", "Namespace")
                .op(')', 0x81, '}', 'b')
                .text("c")
                .raw("V\\u00e9\nS'x\\n'\nI7\nF1.5\n")
                .op('t', 0x85, 0x85, '.')
                .bytes());
    var random = new Random(20261123);
    Path file = folder.resolve("mutant");
    long end = System.nanoTime() + 3_000_000_000L;
    int read = 0;
    int refused = 0;
    while (System.nanoTime() < end) {
      Files.write(file, mutant(seeds.get(random.nextInt(seeds.size())), random));
      try {
        TorchFile.read(file).tensors().values().forEach(TorchTensor::data);
        read++;
      } catch (Problem problem) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
    assertThat(read).isPositive();
  }

  private static byte[] mutant(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          (byte) (random.nextBoolean() ? random.nextInt() : bytes[at] ^ 1 << random.nextInt(8));
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
