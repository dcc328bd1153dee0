package coretuning.safetensors;

import coretuning.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes safetensors. The header lists tensors in their own order; the bytes lie sorted by falling
/// element size and start at a multiple of 8, so that every element is aligned for readers that map
/// the file into memory.
final class TensorFileWriter {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ALIGNMENT = 8;
  private static final int CHUNK_BYTES = 1 << 20;

  private TensorFileWriter() {}

  static void write(Path path, TensorFile file) {
    List<Map.Entry<String, Entry>> layout = new ArrayList<>(file.entries().entrySet());
    layout.sort(Comparator.comparingInt(each -> -each.getValue().dtype().bytes()));
    byte[] header = header(file, layout);
    AtomicFile.write(
        path,
        out -> {
          out.write(
              ByteBuffer.allocate(Long.BYTES)
                  .order(ByteOrder.LITTLE_ENDIAN)
                  .putLong(header.length)
                  .array());
          out.write(header);
          for (Map.Entry<String, Entry> each : layout) {
            copy(each.getValue().data(), out);
          }
        });
  }

  private static byte[] header(TensorFile file, List<Map.Entry<String, Entry>> layout) {
    var begins = new HashMap<String, Long>();
    long end = 0;
    for (Map.Entry<String, Entry> each : layout) {
      begins.put(each.getKey(), end);
      end += each.getValue().data().remaining();
    }
    ObjectNode root = JSON.createObjectNode();
    if (!file.metadata().isEmpty()) {
      ObjectNode metadata = root.putObject(TensorFile.METADATA);
      file.metadata().forEach(metadata::put);
    }
    file.entries()
        .forEach((name, entry) -> {
          long begin = begins.getOrDefault(name, 0L);
          ObjectNode node = root.putObject(name);
          node.put("dtype", entry.dtype().name());
          var shape = node.putArray("shape");
          for (long size : entry.shape()) {
            shape.add(size);
          }
          node.putArray("data_offsets").add(begin).add(begin + entry.data().remaining());
        });
    String text = root.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return (text + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
  }

  private static void copy(ByteBuffer data, OutputStream out) throws IOException {
    var chunk = new byte[Math.min(CHUNK_BYTES, data.remaining())];
    while (data.hasRemaining()) {
      int length = Math.min(chunk.length, data.remaining());
      data.get(chunk, 0, length);
      out.write(chunk, 0, length);
    }
  }
}
