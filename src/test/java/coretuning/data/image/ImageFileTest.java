package coretuning.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.RandomStream;
import coretuning.result.Problem;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
  /// 8 x 8 pixels of cyan 0, magenta 255, yellow 255, black 0, written by Pillow with an Adobe
  /// marker: red.
  private static final String CMYK_JPEG =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4L"
          + "CxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
          + "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
          + "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
          + "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
          + "QwBNAFkASwAAPwD9U6/Kqvyqr9U6/9k=";

  /// 9 x 8 pixels of (200, 30, 60), lossless, written by Pillow.
  private static final String WEBP = "UklGRh4AAABXRUJQVlA4TBEAAAAvCMABAAdQjyKXp/+BiOh/AAA=";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif"})
  void losslessFormatsKeepEveryPixel(String format) throws IOException {
    // The JDK reads interlaced GIFs wrongly if they have fewer than five rows.
    var image = new BufferedImage(3, 5, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xff0000);
    image.setRGB(2, 0, 0x0000ff);
    image.setRGB(1, 1, 0x00ff00);
    Planes planes = ImageFile.decode(written(image, format));

    assertThat(new int[] {planes.channels(), planes.height(), planes.width()})
        .containsExactly(3, 5, 3);
    assertThat(rgb(planes, 0, 0)).containsExactly(255, 0, 0);
    assertThat(rgb(planes, 2, 0)).containsExactly(0, 0, 255);
    assertThat(rgb(planes, 1, 1)).containsExactly(0, 255, 0);
    assertThat(rgb(planes, 0, 1)).containsExactly(0, 0, 0);
  }

  @Test
  void jpegKeepsColoursNearly() throws IOException {
    var image = filled(BufferedImage.TYPE_INT_RGB, new Color(200, 30, 60));

    assertNear(rgb(ImageFile.decode(written(image, "jpg")), 4, 4), 200, 30, 60);
  }

  @Test
  void cmykJpegBecomesRgb() throws IOException {
    Path file = Files.write(folder.resolve("a.jpg"), Base64.getDecoder().decode(CMYK_JPEG));
    int[] red = rgb(ImageFile.decode(file), 3, 3);

    // Without a profile in the file the way from ink to light is a convention.
    assertThat(red[0]).isGreaterThan(200);
    assertThat(red[1]).isLessThan(60);
    assertThat(red[2]).isLessThan(60);
  }

  @Test
  void webpIsRead() throws IOException {
    Path file = Files.write(folder.resolve("a.webp"), Base64.getDecoder().decode(WEBP));
    Planes planes = ImageFile.decode(file);

    assertThat(new int[] {planes.width(), planes.height()}).containsExactly(9, 8);
    assertThat(rgb(planes, 8, 7)).containsExactly(200, 30, 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void grayStaysAsBrightAsItIs(String format) throws IOException {
    var image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 100);

    assertNear(rgb(ImageFile.decode(written(image, format)), 2, 2), 100, 100, 100);
  }

  @Test
  void sixteenBitGrayIsScaledToEight() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 100 * 257 + 100);
    image.getRaster().setSample(1, 0, 0, 65535);
    Planes planes = ImageFile.decode(written(image, "png"));

    assertThat(rgb(planes, 0, 0)).containsExactly(100, 100, 100);
    assertThat(rgb(planes, 1, 0)).containsExactly(255, 255, 255);
  }

  @Test
  void sixteenBitColourIsScaledToEight() throws IOException {
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    var image = new BufferedImage(model, model.createCompatibleWritableRaster(2, 2), false, null);
    image.getRaster().setPixel(1, 1, new int[] {10 * 257, 20 * 257, 30 * 257});

    assertThat(rgb(ImageFile.decode(written(image, "png")), 1, 1)).containsExactly(10, 20, 30);
  }

  @Test
  void palettesGiveTheirColours() throws IOException {
    byte[] red = {0, (byte) 200};
    byte[] green = {0, 30};
    byte[] blue = {0, 60};
    var palette = new IndexColorModel(1, 2, red, green, blue);
    var image = new BufferedImage(9, 3, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(8, 2, 0, 1);
    Planes planes = ImageFile.decode(written(image, "png"));

    assertThat(rgb(planes, 8, 2)).containsExactly(200, 30, 60);
    assertThat(rgb(planes, 0, 0)).containsExactly(0, 0, 0);
  }

  @Test
  void transparentPixelsAreLaidOverWhite() throws IOException {
    var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80ff0000);
    image.setRGB(2, 0, 0xff102030);
    Planes planes = ImageFile.decode(written(image, "png"));

    assertThat(rgb(planes, 0, 0)).containsExactly(255, 255, 255);
    assertThat(rgb(planes, 1, 0)).containsExactly(255, 127, 127);
    assertThat(rgb(planes, 2, 0)).containsExactly(16, 32, 48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void everyTruncationIsAProblemThatNamesTheFile(String format) throws IOException {
    byte[] whole = Files.readAllBytes(written(noise(), format));
    Path cut = folder.resolve("cut." + format);
    for (int share = 1; share < 20; share++) {
      Files.write(cut, Arrays.copyOf(whole, whole.length * share / 20));

      assertProblem(cut, "remove the file or repair it");
    }
    // The last bytes of a GIF only say that no further frame follows.
    if (!format.equals("gif")) {
      Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
      assertProblem(cut, "truncated");
    }
  }

  @Test
  void aTruncatedWebpIsAProblem() throws IOException {
    byte[] whole = Base64.getDecoder().decode(WEBP);
    Path cut = Files.write(folder.resolve("cut.webp"), Arrays.copyOf(whole, whole.length - 4));

    assertProblem(cut, "cut.webp");
  }

  @Test
  void aThumbnailsEndIsNotTheImagesEnd() throws IOException {
    byte[] whole = Files.readAllBytes(written(noise(), "jpg"));
    var withThumbnail = new ByteArrayOutputStream();
    withThumbnail.write(whole, 0, 2);
    withThumbnail.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 6});
    withThumbnail.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
    withThumbnail.write(whole, 2, whole.length - 2);
    byte[] bytes = withThumbnail.toByteArray();

    assertThat(Completeness.isWhole(bytes)).isTrue();
    assertThat(Completeness.isWhole(Arrays.copyOf(bytes, bytes.length - 2))).isFalse();
  }

  @Test
  void bytesAfterTheEndDoNoHarm() throws IOException {
    for (String format : new String[] {"png", "jpg", "gif"}) {
      Path file = written(noise(), format);
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length + 100));

      assertThat(ImageFile.decode(file).width()).isEqualTo(40);
    }
  }

  @Test
  void anEnormousImageIsRefusedByItsHeader() throws IOException {
    byte[] header =
        ByteBuffer.allocate(33)
            .putLong(0x89504e470d0a1a0aL)
            .putInt(13)
            .putInt(0x49484452)
            .putInt(20000)
            .putInt(20000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    var checksum = new CRC32();
    checksum.update(header, 12, 17);
    ByteBuffer.wrap(header).putInt(29, (int) checksum.getValue());
    Path file = Files.write(folder.resolve("bomb.png"), header);

    assertProblem(file, "too large: 20000 x 20000 pixels, at most 89478485");
  }

  @Test
  void damagedDataIsAProblem() throws IOException {
    Path file = written(noise(), "png");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 60, 200, (byte) 0x55);
    Files.write(file, bytes);

    assertProblem(file, "damaged");
  }

  @Test
  void textNamedAsAnImageIsAProblem() throws IOException {
    assertProblem(
        Files.writeString(folder.resolve("a.png"), "hello, this is no image"), "no image");
  }

  @Test
  void aMissingFileIsAProblem() {
    assertProblem(folder.resolve("gone.png"), "there is no such image file");
  }

  private static void assertProblem(Path file, String part) {
    assertThatThrownBy(() -> ImageFile.decode(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(part)
        .hasMessageContaining(file.toString());
  }

  private static void assertNear(int[] actual, int... expected) {
    for (int channel = 0; channel < 3; channel++) {
      assertThat(actual[channel]).isBetween(expected[channel] - 4, expected[channel] + 4);
    }
  }

  private static BufferedImage filled(int type, Color colour) {
    var image = new BufferedImage(8, 8, type);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 8, 8);
    graphics.dispose();
    return image;
  }

  private static BufferedImage noise() {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    var random = RandomStream.of(6);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private Path written(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("image." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  private static int[] rgb(Planes planes, int x, int y) {
    int area = planes.width() * planes.height();
    int at = y * planes.width() + x;
    return new int[] {
      planes.bytes()[at] & 0xff,
      planes.bytes()[area + at] & 0xff,
      planes.bytes()[2 * area + at] & 0xff
    };
  }
}
