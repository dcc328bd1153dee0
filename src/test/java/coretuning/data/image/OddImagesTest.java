package coretuning.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.DataFinding.Kind;
import coretuning.result.DataFinding.Severity;
import coretuning.result.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A corpus of odd image files, each with what is to come of it: [#corpus] is the table.
class OddImagesTest {
  private static final String CMYK =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4L"
          + "CxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
          + "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
          + "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
          + "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
          + "QwBNAFkASwAAPwD9U6/Kqvyqr9U6/9k=";
  private static final String WEBP = "UklGRh4AAABXRUJQVlA4TBEAAAAvCMABAAdQjyKXp/+BiOh/AAA=";

  @TempDir Path folder;

  /// One odd file.
  ///
  /// @param name of the file
  /// @param bytes in it
  /// @param expected findings; with one that is an error the file must not decode
  record Odd(String name, byte[] bytes, Set<Kind> expected) {
    static Odd of(String name, byte[] bytes, Kind... expected) {
      return new Odd(name, bytes, Set.of(expected));
    }

    @Override
    public String toString() {
      return name + " " + expected;
    }
  }

  static Stream<Odd> corpus() throws IOException {
    return Stream.of(whole(), handled(), broken(), deceiving(), bombs()).flatMap(List::stream);
  }

  private static List<Odd> whole() throws IOException {
    return List.of(
        Odd.of("rgb.png", written(BufferedImage.TYPE_INT_RGB, "png")),
        Odd.of("alpha.png", written(BufferedImage.TYPE_INT_ARGB, "png")),
        Odd.of("gray.png", written(BufferedImage.TYPE_BYTE_GRAY, "png")),
        Odd.of("bits.png", png(1, 0, 13)),
        Odd.of("rgb.jpg", written(BufferedImage.TYPE_INT_RGB, "jpg")),
        Odd.of("rgb.jpeg", written(BufferedImage.TYPE_INT_RGB, "jpg")),
        Odd.of("UPPER.JPG", written(BufferedImage.TYPE_INT_RGB, "jpg")),
        Odd.of("gray.jpg", written(BufferedImage.TYPE_BYTE_GRAY, "jpg")),
        Odd.of("rgb.bmp", written(BufferedImage.TYPE_INT_RGB, "bmp")),
        Odd.of("lossless.webp", Base64.getDecoder().decode(WEBP)),
        Odd.of("one-pixel.png", png(8, 2, 1)),
        Odd.of("sp ace.png", written(BufferedImage.TYPE_INT_RGB, "png")),
        Odd.of("\u732b.png", written(BufferedImage.TYPE_INT_RGB, "png")),
        Odd.of("trailing-bytes.png", joined(written(BufferedImage.TYPE_INT_RGB, "png"), 64)),
        Odd.of("trailing-bytes.jpg", joined(written(BufferedImage.TYPE_INT_RGB, "jpg"), 64)),
        Odd.of("upright.jpg", exif(1)));
  }

  private static List<Odd> handled() throws IOException {
    return List.of(
        Odd.of("cmyk.jpg", Base64.getDecoder().decode(CMYK), Kind.CMYK),
        Odd.of("palette.gif", written(BufferedImage.TYPE_INT_RGB, "gif"), Kind.PALETTE),
        Odd.of("palette.png", written(BufferedImage.TYPE_BYTE_INDEXED, "png"), Kind.PALETTE),
        Odd.of("palette.bmp", written(BufferedImage.TYPE_BYTE_INDEXED, "bmp"), Kind.PALETTE),
        Odd.of("deep-gray.png", written(BufferedImage.TYPE_USHORT_GRAY, "png"), Kind.DEEP),
        Odd.of("deep-rgb.png", png(16, 2, 8), Kind.DEEP),
        Odd.of("turned-left.jpg", exif(8), Kind.ROTATED),
        Odd.of("turned-right.jpg", exif(6), Kind.ROTATED),
        Odd.of("mirrored.jpg", exif(2), Kind.ROTATED),
        Odd.of("png.jpg", written(BufferedImage.TYPE_INT_RGB, "png"), Kind.WRONG_ENDING),
        Odd.of("jpeg.png", written(BufferedImage.TYPE_INT_RGB, "jpg"), Kind.WRONG_ENDING),
        Odd.of(
            "gif.png", written(BufferedImage.TYPE_INT_RGB, "gif"), Kind.WRONG_ENDING, Kind.PALETTE),
        Odd.of("webp.jpg", Base64.getDecoder().decode(WEBP), Kind.WRONG_ENDING));
  }

  private static List<Odd> broken() throws IOException {
    byte[] png = written(BufferedImage.TYPE_INT_RGB, "png");
    byte[] jpeg = written(BufferedImage.TYPE_INT_RGB, "jpg");
    byte[] gif = written(BufferedImage.TYPE_INT_RGB, "gif");
    byte[] bmp = written(BufferedImage.TYPE_INT_RGB, "bmp");
    byte[] webp = Base64.getDecoder().decode(WEBP);
    return List.of(
        Odd.of("empty.png", new byte[0], Kind.EMPTY),
        Odd.of("empty.jpg", new byte[0], Kind.EMPTY),
        Odd.of("one-byte.png", new byte[] {(byte) 0x89}, Kind.BROKEN),
        Odd.of("signature-only.png", Arrays.copyOf(png, 8), Kind.BROKEN),
        Odd.of("half.png", Arrays.copyOf(png, png.length / 2), Kind.TRUNCATED),
        Odd.of("no-end.png", Arrays.copyOf(png, png.length - 12), Kind.TRUNCATED),
        Odd.of("half.jpg", Arrays.copyOf(jpeg, jpeg.length * 3 / 4), Kind.TRUNCATED),
        Odd.of("no-end.jpg", Arrays.copyOf(jpeg, jpeg.length - 2), Kind.TRUNCATED),
        Odd.of("half.gif", Arrays.copyOf(gif, gif.length / 2), Kind.TRUNCATED, Kind.PALETTE),
        Odd.of("half.bmp", Arrays.copyOf(bmp, bmp.length / 2), Kind.TRUNCATED),
        Odd.of("half.webp", Arrays.copyOf(webp, webp.length / 2), Kind.TRUNCATED),
        Odd.of("zeros.png", new byte[4096], Kind.BROKEN),
        Odd.of("flipped.png", flipped(png), Kind.BROKEN));
  }

  private static List<Odd> deceiving() {
    return List.of(
        Odd.of("text.jpg", "this is no image at all".getBytes(), Kind.BROKEN),
        Odd.of("page.png", "<!DOCTYPE html><html>404 Not Found</html>".getBytes(), Kind.BROKEN),
        Odd.of(
            "picture.svg.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), Kind.BROKEN),
        Odd.of("archive.jpg", "PK\3\4 something else".getBytes(), Kind.BROKEN),
        Odd.of("lfs.png", "version https://git-lfs.github.com/spec/v1\n".getBytes(), Kind.BROKEN),
        Odd.of("bad-type.png", png(8, 5, 8), Kind.BROKEN),
        Odd.of("no-width.png", pngOfSize(0, 8), Kind.BROKEN));
  }

  private static List<Odd> bombs() {
    return List.of(
        Odd.of("huge.png", pngOfSize(60_000, 60_000), Kind.OVERSIZED),
        Odd.of("wide.png", pngOfSize(2_000_000_000, 2), Kind.OVERSIZED),
        Odd.of("huge.gif", hugeGif(), Kind.OVERSIZED, Kind.PALETTE));
  }

  @Test
  void theCorpusHasAtLeastFortyFiles() throws IOException {
    assertThat(corpus().map(Odd::name)).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void eachFileHasItsOutcome(Odd odd) throws IOException {
    Path file = Files.write(folder.resolve(odd.name()), odd.bytes());
    ImageExamination seen = ImageExamination.of(file);
    boolean usable = odd.expected().stream().noneMatch(kind -> kind.severity() == Severity.ERROR);

    assertThat(seen.findings().keySet()).isEqualTo(odd.expected());
    assertThat(seen.isWhole()).isEqualTo(usable);
    assertThat(decodes(file)).isEqualTo(usable);
  }

  private static boolean decodes(Path file) {
    try {
      Planes planes = ImageFile.decode(file);
      return planes.width() > 0 && planes.channels() == 3;
    } catch (Problem problem) {
      assertThat(problem.where()).isEqualTo(file.toString());
      assertThat(problem.getMessage().lines()).hasSize(1);
      return false;
    }
  }

  private static byte[] written(int type, String format) throws IOException {
    var image = new BufferedImage(16, 12, type);
    for (int pixel = 0; pixel < 16 * 12; pixel++) {
      image.setRGB(pixel % 16, pixel / 16, 0xff000000 | pixel * 0x010203);
    }
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] joined(byte[] start, int zeros) {
    return Arrays.copyOf(start, start.length + zeros);
  }

  /// Flips bits in the middle of the compressed pixels.
  private static byte[] flipped(byte[] png) {
    byte[] flipped = png.clone();
    for (int i = 0; i < 8; i++) {
      flipped[45 + i] ^= (byte) 0xff;
    }
    return flipped;
  }

  /// A JPEG with an EXIF segment that holds nothing but an orientation.
  private static byte[] exif(int orientation) throws IOException {
    byte[] plain = written(BufferedImage.TYPE_INT_RGB, "jpg");
    var segment = ByteBuffer.allocate(36);
    segment.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes());
    segment.put("MM".getBytes()).putShort((short) 42).putInt(8);
    segment.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(segment.array());
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /// A square PNG of zeros with any depth and colour type.
  private static byte[] png(int bits, int type, int side) {
    int samples = type == 2 ? 3 : 1;
    int line = 1 + (side * samples * bits + 7) / 8;
    return png(side, side, bits, type, new byte[line * side]);
  }

  private static byte[] pngOfSize(int width, int height) {
    return png(width, height, 8, 2, new byte[64]);
  }

  private static byte[] png(int width, int height, int bits, int type, byte[] lines) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) type);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", deflated(lines));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    var buffer = new byte[bytes.length + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    var body = ByteBuffer.allocate(4 + data.length).put(type.getBytes()).put(data).array();
    var checksum = new CRC32();
    checksum.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  private static byte[] hugeGif() {
    return ByteBuffer.allocate(40)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("GIF89a".getBytes())
        .putShort((short) 65_000)
        .putShort((short) 65_000)
        .array();
  }
}
