package coretuning.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Tells by their own structure whether PNG, JPEG, GIF, WebP and BMP files are whole: decoders are
/// lenient and fill what is missing with gray. Looks at lengths and markers only; what lies between
/// them is the decoder's business.
final class Completeness {
  private static final int PNG_SIGNATURE = 0x89504e47;
  private static final int PNG_END = 0x49454e44; // IEND
  private static final int GIF_SIGNATURE = 0x47494638; // GIF8
  private static final int RIFF_SIGNATURE = 0x52494646; // RIFF
  private static final int BMP_SIGNATURE = 0x424d; // BM
  private static final int JPEG_SIGNATURE = 0xffd8;
  private static final int JPEG_END = 0xd9;

  private Completeness() {}

  /// Whether the file reaches its own end; formats not named above are taken to be whole.
  static boolean isWhole(byte[] file) {
    var bytes = ByteBuffer.wrap(file);
    if (file.length < 12) {
      return false;
    }
    if ((bytes.getShort(0) & 0xffff) == JPEG_SIGNATURE) {
      return jpegEnds(bytes);
    }
    if ((bytes.getShort(0) & 0xffff) == BMP_SIGNATURE) {
      return Integer.toUnsignedLong(bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(2)) <= file.length;
    }
    return switch (bytes.getInt(0)) {
      case PNG_SIGNATURE -> pngEnds(bytes);
      case GIF_SIGNATURE -> firstFrameEnds(bytes);
      case RIFF_SIGNATURE ->
          Integer.toUnsignedLong(bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(4)) + 8 <= file.length;
      default -> true;
    };
  }

  /// Chunks (length, type, data, checksum) up to IEND (PNG 1.2, section 3).
  private static boolean pngEnds(ByteBuffer bytes) {
    long at = 8;
    while (at + 12 <= bytes.capacity()) {
      if (bytes.getInt((int) at + 4) == PNG_END) {
        return true;
      }
      at += 12 + Integer.toUnsignedLong(bytes.getInt((int) at));
    }
    return false;
  }

  /// Segments with a length up to the first scan, then entropy-coded bytes, in which 0xff is
  /// followed by 0 or a restart number, up to the end marker (ITU T.81, annex B). Thumbnails inside
  /// application segments have end markers of their own: they are jumped over.
  private static boolean jpegEnds(ByteBuffer bytes) {
    int at = 2;
    while (at + 4 <= bytes.capacity()) {
      if ((bytes.get(at) & 0xff) != 0xff) {
        at++;
        continue;
      }
      int marker = bytes.get(at + 1) & 0xff;
      if (marker == JPEG_END) {
        return true;
      }
      if (marker == 0xff) {
        at++;
      } else if (hasNoLength(marker)) {
        at += 2;
      } else {
        at += 2 + (bytes.getShort(at + 2) & 0xffff);
      }
    }
    return endsWithEndMarker(bytes, at);
  }

  private static boolean endsWithEndMarker(ByteBuffer bytes, int at) {
    for (int i = at; i + 2 <= bytes.capacity(); i++) {
      if ((bytes.getShort(i) & 0xffff) == (0xff00 | JPEG_END)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNoLength(int marker) {
    return marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd7) || marker == 0xd8;
  }

  /// Blocks up to the first image, then its data in sub-blocks up to an empty one (GIF89a, sections
  /// 15 to 25).
  private static boolean firstFrameEnds(ByteBuffer bytes) {
    int at = 13 + colourTable(bytes.get(10));
    while (at + 10 <= bytes.capacity()) {
      int block = bytes.get(at) & 0xff;
      if (block == 0x2c) {
        int data = at + 11 + colourTable(bytes.get(at + 9));
        return afterSubBlocks(bytes, data) <= bytes.capacity();
      }
      at = block == 0x21 ? afterSubBlocks(bytes, at + 2) : at + 1;
    }
    return false;
  }

  /// Where the bytes after the empty sub-block start; beyond the end if there is none.
  private static int afterSubBlocks(ByteBuffer bytes, int from) {
    int at = from;
    while (at < bytes.capacity() && bytes.get(at) != 0) {
      at += 1 + (bytes.get(at) & 0xff);
    }
    return at + 1;
  }

  /// Bytes of the colour table that a packed field announces.
  private static int colourTable(byte packed) {
    return (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
  }
}
