package coretuning.data.format;

import coretuning.result.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An array of unsigned bytes as an IDX file holds it (LeCun, MNIST): the big-endian magic number
/// `0x00000800 + dimensions`, each dimension as an int, then the values.
///
/// @param dimensions lengths, outermost first
/// @param values row-major
public record IdxArray(int[] dimensions, byte[] values) {
  /// Magic number of unsigned bytes without the number of dimensions.
  static final int UNSIGNED_BYTES = 0x0800;

  private static final String FETCH_AGAIN = "fetch the file again";

  /// Reads a file, gunzipping it if its name ends with `.gz`.
  ///
  /// @param rank the number of dimensions it must have
  static IdxArray read(Path file, int rank) {
    try (InputStream in = opened(file)) {
      return read(new DataInputStream(in), file, rank);
    } catch (EOFException end) {
      throw new Problem("the IDX file ends too early", file.toString(), FETCH_AGAIN, end);
    } catch (ZipException damaged) {
      throw new Problem("the gzip file is damaged", file.toString(), FETCH_AGAIN, damaged);
    } catch (IOException failure) {
      throw new Problem(
          "the IDX file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check the file and its access rights",
          failure);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    if (!file.toString().endsWith(".gz")) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw, 1 << 16);
    } catch (IOException noGzip) {
      raw.close();
      throw noGzip;
    }
  }

  private static IdxArray read(DataInputStream in, Path file, int rank) throws IOException {
    int magic = in.readInt();
    if (magic != UNSIGNED_BYTES + rank) {
      throw new Problem(
          "wrong magic number 0x%08x, an IDX file of %d dimensions starts with 0x%08x"
              .formatted(magic, rank, UNSIGNED_BYTES + rank),
          file.toString(),
          "put IDX images and labels in the files of those names");
    }
    var dimensions = new int[rank];
    long length = 1;
    for (int i = 0; i < rank; i++) {
      dimensions[i] = in.readInt();
      length = dimensions[i] < 1 ? 0 : Math.min(length * dimensions[i], Integer.MAX_VALUE);
      if (length == 0 || length == Integer.MAX_VALUE) {
        throw new Problem(
            "the IDX header has a dimension of %d".formatted(dimensions[i]),
            file.toString(),
            "use a file of at least one and at most 2 GiB of values");
      }
    }
    byte[] values = in.readNBytes((int) length);
    boolean longer = values.length == length && in.read() >= 0;
    if (values.length < length || longer) {
      throw new Problem(
          "the IDX header names %d values, the file holds %s"
              .formatted(length, longer ? "more" : Integer.toString(values.length)),
          file.toString(),
          FETCH_AGAIN);
    }
    return new IdxArray(dimensions, values);
  }
}
