package coretuning.data.format;

import coretuning.file.AtomicFile;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes gzipped IDX files. The gzip header carries no time, so the same array gives the same
/// bytes.
public final class IdxWriter {
  private IdxWriter() {}

  /// Writes the whole file or nothing.
  public static void write(Path file, IdxArray array) {
    AtomicFile.write(
        file,
        raw -> {
          var gzip = new GZIPOutputStream(raw, 1 << 16);
          var out = new DataOutputStream(gzip);
          out.writeInt(IdxArray.UNSIGNED_BYTES + array.dimensions().length);
          for (int length : array.dimensions()) {
            out.writeInt(length);
          }
          out.write(array.values());
          out.flush();
          gzip.finish();
        });
  }
}
