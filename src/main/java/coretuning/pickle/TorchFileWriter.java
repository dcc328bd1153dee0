package coretuning.pickle;

import coretuning.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the zip format of `torch.save`: stored entries, each storage at a multiple of 64 bytes as
/// PyTorch has it, so that it can be mapped into memory. The same tensors give the same bytes.
final class TorchFileWriter {
  private static final String FOLDER = "archive/";
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_BYTES = 30;
  private static final int EXTRA_HEADER_BYTES = 4;
  // PyTorch's own kind of extra field for padding: "FB".
  private static final int PADDING_KIND = 0x4246;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream out;
  private long position;

  private TorchFileWriter(ZipOutputStream out) {
    this.out = out;
  }

  /// @param pickle numbers its storages in the order of the tensors
  static void write(Path file, ByteBuffer pickle, SequencedMap<String, TorchTensor> tensors) {
    AtomicFile.write(
        file,
        target -> {
          var zip = new ZipOutputStream(target);
          new TorchFileWriter(zip).writeAll(pickle, tensors);
          zip.finish();
        });
  }

  private void writeAll(ByteBuffer pickle, SequencedMap<String, TorchTensor> tensors)
      throws IOException {
    put("data.pkl", pickle);
    put("byteorder", ascii("little"));
    int key = 0;
    for (TorchTensor each : tensors.values()) {
      put("data/" + key++, each.data());
    }
    put("version", ascii("3\n"));
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void put(String name, ByteBuffer data) throws IOException {
    int length = data.remaining();
    var checksum = new CRC32();
    checksum.update(data.duplicate());
    var entry = new ZipEntry(FOLDER + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(NO_TIME);
    long unpadded = position + LOCAL_BYTES + entry.getName().length() + EXTRA_HEADER_BYTES;
    int padding = (int) Math.floorMod(-unpadded, (long) ALIGNMENT);
    entry.setExtra(padding(padding));
    out.putNextEntry(entry);
    var bytes = new byte[length];
    data.get(bytes);
    out.write(bytes);
    out.closeEntry();
    position = unpadded + padding + length;
  }

  private static byte[] padding(int bytes) {
    var field = new byte[EXTRA_HEADER_BYTES + bytes];
    field[0] = (byte) PADDING_KIND;
    field[1] = (byte) (PADDING_KIND >> 8);
    field[2] = (byte) bytes;
    return field;
  }
}
