package coretuning.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes pickles operation by operation, and the containers around them, byte by byte.
final class Assembler {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Assembler op(int... codes) {
    for (int each : codes) {
      out.write(each);
    }
    return this;
  }

  /// Characters of Latin-1 as bytes: opcodes and their lines.
  Assembler raw(String latin1) {
    out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Assembler little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> (8 * i)));
    }
    return this;
  }

  Assembler text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').little(utf8.length, 4);
    out.writeBytes(utf8);
    return this;
  }

  Assembler number(long value) {
    return op(0x8a, 8).little(value, 8);
  }

  Assembler numbers(long... values) {
    op('(');
    for (long each : values) {
      number(each);
    }
    return op('t');
  }

  Assembler global(String module, String name) {
    return raw("c" + module + "\n" + name + "\n");
  }

  /// A float tensor of storage `key`.
  Assembler tensor(String key, long elements, long[] shape, long[] strides, long offset) {
    global("torch._utils", "_rebuild_tensor_v2").op('(');
    op('(').text("storage").global("torch", "FloatStorage").text(key).text("cpu");
    number(elements).op('t', 'Q').number(offset).numbers(shape).numbers(strides);
    return op(0x89).global("collections", "OrderedDict").op(')', 'R', 't', 'R');
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /// A dict of one tensor `w` of storage "0".
  static byte[] oneTensor(long elements, long[] shape, long[] strides, long offset) {
    return new Assembler()
        .op(0x80, 2, '}')
        .text("w")
        .tensor("0", elements, shape, strides, offset)
        .op('s', '.')
        .bytes();
  }

  static byte[] floats(int count) {
    var bytes = new Assembler();
    for (int i = 0; i < count; i++) {
      bytes.little(Float.floatToIntBits(i), 4);
    }
    return bytes.bytes();
  }

  /// The zip format with the storages "0", "1" ...
  static byte[] zip(byte[] pickle, byte[]... storages) {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("archive/data.pkl", pickle);
    for (int i = 0; i < storages.length; i++) {
      entries.put("archive/data/" + i, storages[i]);
    }
    return zip(entries, ZipEntry.STORED);
  }

  static byte[] zip(Map<String, byte[]> entries, int method) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        var entry = new ZipEntry(each.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          var checksum = new CRC32();
          checksum.update(each.getValue());
          entry.setSize(each.getValue().length);
          entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (java.io.IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  /// The stream of PyTorch before 1.6 with one storage "0".
  static byte[] stream(byte[] pickle, byte[] storage) {
    return new Assembler()
        .op(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.')
        .op(0x80, 2)
        .raw("M\u00e9\u0003.")
        .op(0x80, 2, '}')
        .text("little_endian")
        .op(0x88, 's', '.')
        .raw(new String(pickle, StandardCharsets.ISO_8859_1))
        .op(0x80, 2, ']')
        .text("0")
        .op('a', '.')
        .little(storage.length / 4, 8)
        .raw(new String(storage, StandardCharsets.ISO_8859_1))
        .bytes();
  }
}
