package coretuning.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TorchFileTest {
  @TempDir Path folder;

  private TorchFile read(byte[] bytes) throws Exception {
    return TorchFile.read(Files.write(folder.resolve("any.name"), bytes));
  }

  private static float[] values(TorchTensor tensor) {
    var values = new float[(int) tensor.length() / 4];
    tensor.data().asFloatBuffer().get(values);
    return values;
  }

  private static long[] of(long... values) {
    return values;
  }

  @Test
  void aTensorOfTheZipFormatHasItsShapeAndValues() throws Exception {
    TorchFile file =
        read(Assembler.zip(Assembler.oneTensor(6, of(2, 3), of(3, 1), 0), Assembler.floats(6)));

    assertThat(file.format()).isEqualTo("PyTorch zip");
    assertThat(file.tensors().get("w").shape()).containsExactly(2, 3);
    assertThat(values(file.tensors().get("w"))).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void aTransposedPartOfAStorageComesOutRowMajor() throws Exception {
    TorchFile file =
        read(Assembler.zip(Assembler.oneTensor(10, of(3, 2), of(1, 3), 4), Assembler.floats(10)));

    assertThat(values(file.tensors().get("w"))).containsExactly(4, 7, 5, 8, 6, 9);
  }

  @Test
  void theStreamBeforeOnePointSixIsRead() throws Exception {
    TorchFile file =
        read(Assembler.stream(Assembler.oneTensor(4, of(4), of(1), 0), Assembler.floats(4)));

    assertThat(file.format()).isEqualTo("PyTorch before 1.6");
    assertThat(values(file.tensors().get("w"))).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void everyElementTypeSurvivesWritingAndReading(ElementType type) {
    var bytes = new byte[6 * type.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (type == ElementType.BOOL ? i % 2 : i);
    }
    var tensors = new LinkedHashMap<String, TorchTensor>();
    tensors.put("a.b", TorchTensor.of(type, of(3, 2), ByteBuffer.wrap(bytes)));
    tensors.put("scalar", TorchTensor.of(type, of(), ByteBuffer.wrap(bytes, 0, type.bytes())));
    Path file = folder.resolve("weights.pth");
    TorchFile.write(file, tensors);

    TorchFile read = TorchFile.read(file);

    assertThat(read.tensors().keySet()).containsExactly("a.b", "scalar");
    assertThat(read.tensors().get("a.b").type()).isEqualTo(type);
    assertThat(read.tensors().get("a.b").data()).isEqualTo(ByteBuffer.wrap(bytes));
    assertThat(read.tensors().get("scalar").shape()).isEmpty();
  }

  @Test
  void bigEndianStoragesAreTurned() throws Exception {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("x/data.pkl", Assembler.oneTensor(1, of(1), of(1), 0));
    entries.put("x/byteorder", "big".getBytes());
    entries.put(
        "x/data/0", ByteBuffer.allocate(4).order(ByteOrder.BIG_ENDIAN).putFloat(2.5f).array());

    TorchFile file = read(Assembler.zip(entries, java.util.zip.ZipEntry.STORED));

    assertThat(values(file.tensors().get("w"))).containsExactly(2.5f);
  }

  /// Each value is put into a dict under the key `v` and must show as the text.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N | None",
        "\\u0088 | True",
        "I01\\n | True",
        "I-7\\n | -7",
        "L123456789012345678901234567890L\\n | 123456789012345678901234567890",
        "J\\u00ff\\u00ff\\u00ff\\u00ff | -1",
        "K\\u00ff | 255",
        "M\\u0001\\u0002 | 513",
        "\\u008a\\u0001\\u0080 | -128",
        "\\u008b\\u0001\\u0000\\u0000\\u0000\\u007f | 127",
        "F1.5\\n | 1.5",
        "G\\u00bf\\u00f0\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000 | -1.0",
        "S'it\\\\'s'\\n | it's",
        "V\\\\u00e9a\\n | éa",
        "U\\u0002ab | ab",
        "T\\u0002\\u0000\\u0000\\u0000ab | ab",
        "\\u008c\\u0002ab | ab",
        "\\u008d\\u0002\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000ab | ab",
        "C\\u0002ab | 2 bytes",
        "B\\u0002\\u0000\\u0000\\u0000ab | 2 bytes",
        "\\u0096\\u0002\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000ab | 2 bytes",
        "ctorch\\nfloat32\\n | torch.float32",
        "\\u008c\\u0005torch\\u008c\\u0004Size\\u0093 | torch.Size",
        "ctorch\\ndevice\\nU\\u0003cpu\\u0085R | cpu",
        "K\\u0005q\\u00030h\\u0003 | 5",
        "K\\u0005p9\\n0g9\\n | 5",
        "K\\u0005r\\u0001\\u0000\\u0000\\u00000j\\u0001\\u0000\\u0000\\u0000 | 5",
        "K\\u0005\\u00940h\\u0000 | 5",
        "(K\\u0001K\\u00021K\\u0003 | 3",
        "} | empty",
        "\\u008f | empty",
        "cnumpy.core.multiarray\\nscalar\\ncnumpy\\ndtype\\nU\\u0002f8K\\u0000K\\u0001\\u0087R"
            + "U\\u0008\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u00f0?\\u0086R | 1.0",
      })
  void everyKindOfValueIsReadAsData(String operations, String expected) throws Exception {
    TorchFile file =
        read(
            new Assembler()
                .op(0x80, 5, '}')
                .text("v")
                .raw(unescaped(operations))
                .op('s', '.')
                .bytes());

    assertThat(file.notes()).containsEntry("v", expected);
    assertThat(file.format()).isEqualTo("pickle");
  }

  private static String unescaped(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        result.append(text.charAt(i));
      } else if (text.charAt(++i) == 'u') {
        result.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        result.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      }
    }
    return result.toString();
  }

  @Test
  void containersAreLaidOutUnderDottedNames() throws Exception {
    TorchFile file =
        read(
            new Assembler()
                .op(0x80, 4, '}', '(')
                .text("list")
                .op(']', 'K', 1, 'a', '(', 'K', 2, 'K', 3, 'e')
                .text("tuple")
                .op('K', 4, 'K', 5, 0x86)
                .text("old")
                .op('(')
                .text("k")
                .op('K', 6, 'd')
                .text("set")
                .op(0x8f, '(', 'K', 7, 0x90)
                .text("args")
                .global("argparse", "Namespace")
                .op(')', 0x81, '}')
                .text("lr")
                .op('K', 8, 's', 'b')
                .text("ordered")
                .global("collections", "OrderedDict")
                .op(')', 'R', '}')
                .text("_metadata")
                .op('N', 's', 'b')
                .op('u', '.')
                .bytes());

    assertThat(file.notes())
        .containsEntry("list.2", "3")
        .containsEntry("tuple.1", "5")
        .containsEntry("old.k", "6")
        .containsEntry("set.0", "7")
        .containsEntry("args.lr", "8")
        .containsEntry("ordered", "empty");
  }
}
