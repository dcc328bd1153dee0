package coretuning.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an image file's first bytes say, read without decoding a pixel.
///
/// @param format `PNG`, `JPEG`, `GIF`, `BMP` or `WebP`
/// @param width in pixels; 0 where the header does not say (WebP)
/// @param height in pixels; 0 where the header does not say
/// @param channels `gray`, `gray + alpha`, `RGB`, `RGB + alpha`, `CMYK` or `palette`
/// @param bits of one channel
/// @param orientation of EXIF, 1 (upright) to 8
public record ImageHeader(
    String format, int width, int height, String channels, int bits, int orientation) {
  private static final int ORIENTATION_TAG = 0x0112;
  private static final List<String> PNG_CHANNELS =
      List.of("gray", "?", "RGB", "palette", "gray + alpha", "?", "RGB + alpha");

  /// Reads the header of whole or cut files; empty for other formats and headers cut short.
  public static Optional<ImageHeader> of(byte[] file) {
    try {
      var bytes = ByteBuffer.wrap(file);
      if (file.length < 12) {
        return Optional.empty();
      }
      if (bytes.getInt(0) == 0x89504e47) {
        return Optional.of(png(bytes));
      }
      if ((bytes.getShort(0) & 0xffff) == 0xffd8) {
        return jpeg(bytes);
      }
      var small = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      return switch (new String(file, 0, 4, StandardCharsets.ISO_8859_1)) {
        case "GIF8" ->
            Optional.of(
                new ImageHeader(
                    "GIF",
                    small.getShort(6) & 0xffff,
                    small.getShort(8) & 0xffff,
                    "palette",
                    8,
                    1));
        case "RIFF" -> Optional.of(new ImageHeader("WebP", 0, 0, "RGB", 8, 1));
        default -> file[0] == 'B' && file[1] == 'M' ? Optional.of(bmp(small)) : Optional.empty();
      };
    } catch (IndexOutOfBoundsException cutShort) {
      return Optional.empty();
    }
  }

  private static ImageHeader png(ByteBuffer bytes) {
    int type = bytes.get(25);
    return new ImageHeader(
        "PNG",
        bytes.getInt(16),
        bytes.getInt(20),
        type >= 0 && type < PNG_CHANNELS.size() ? PNG_CHANNELS.get(type) : "?",
        bytes.get(24),
        1);
  }

  private static ImageHeader bmp(ByteBuffer bytes) {
    int bits = bytes.getShort(28);
    return new ImageHeader(
        "BMP",
        bytes.getInt(18),
        Math.abs(bytes.getInt(22)),
        bits <= 8 ? "palette" : bits == 32 ? "RGB + alpha" : "RGB",
        8,
        1);
  }

  /// Follows the segments up to the start of a frame (ITU T.81, annex B).
  private static Optional<ImageHeader> jpeg(ByteBuffer bytes) {
    int at = 2;
    int orientation = 1;
    while (at + 9 < bytes.capacity()) {
      int marker = bytes.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xe1) {
        orientation = orientation(bytes, at + 4);
      }
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
        int components = bytes.get(at + 9);
        return Optional.of(
            new ImageHeader(
                "JPEG",
                bytes.getShort(at + 7) & 0xffff,
                bytes.getShort(at + 5) & 0xffff,
                components == 1 ? "gray" : components == 4 ? "CMYK" : "RGB",
                bytes.get(at + 4),
                orientation));
      }
      at += 2 + (bytes.getShort(at + 2) & 0xffff);
    }
    return Optional.empty();
  }

  /// Looks the orientation up in the first directory of an EXIF segment (TIFF 6.0).
  private static int orientation(ByteBuffer bytes, int at) {
    if (bytes.getInt(at) != 0x45786966) {
      return 1;
    }
    int tiff = at + 6;
    var exif = bytes.duplicate();
    exif.order(bytes.getShort(tiff) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff + exif.getInt(tiff + 4);
    int entries = exif.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((exif.getShort(entry) & 0xffff) == ORIENTATION_TAG) {
        int value = exif.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  /// Whether a file's name ends as this format's files do.
  public boolean fits(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (format) {
      case "JPEG" -> ending.equals("jpg") || ending.equals("jpeg");
      default -> ending.equals(format.toLowerCase(Locale.ROOT));
    };
  }
}
