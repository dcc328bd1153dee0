package coretuning.data.image;

import coretuning.result.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes one image file: the first frame, as it is stored (no turning by EXIF orientation, no
/// colour profiles: as Pillow and torchvision read it by default).
public final class ImageFile {
  public static final int CHANNELS = 3;

  /// Pillow's bound against decompression bombs: a quarter of a gibibyte of three-byte pixels.
  static final long MOST_PIXELS = 89_478_485;

  /// Most bytes of a file; more than [#MOST_PIXELS] pixels never need.
  static final int MOST_BYTES = 1 << 29;

  /// Beginning of the problem that says so.
  static final String TOO_LARGE = "the image is too large";

  private static final String REMEDY = "remove the file or repair it, then load the set again";

  private ImageFile() {}

  /// Reads the file as red, green and blue bytes; transparent pixels are laid over white.
  ///
  /// @throws Problem naming the file, if it is no image, incomplete, damaged or too large
  public static Planes decode(Path file) {
    return decode(bytes(file), file);
  }

  /// All bytes of the file.
  ///
  /// @throws Problem naming the file, if it is missing, unreadable or much too long
  static byte[] bytes(Path file) {
    try {
      return FileBytes.read(file, MOST_BYTES);
    } catch (NoSuchFileException missing) {
      throw problem("there is no such image file", file, missing);
    } catch (IOException failure) {
      throw problem("the image file cannot be read: " + failure.getMessage(), file, failure);
    }
  }

  /// As [#decode(Path)], from bytes read before.
  static Planes decode(byte[] bytes, Path file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Problem("this is no image the workbench can read", file.toString(), REMEDY);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        requireModestSize(file, reader.getWidth(0), reader.getHeight(0));
        requireWhole(file, bytes);
        return RgbPixels.of(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException failure) {
      throw problem("the image is damaged: " + failure.getMessage(), file, failure);
    } catch (Problem known) {
      throw known;
    } catch (RuntimeException failure) {
      // Decoders answer to damaged data with index, argument and state exceptions of every kind.
      throw problem("the image is damaged: " + failure, file, failure);
    }
  }

  private static void requireModestSize(Path file, int width, int height) {
    if ((long) width * height > MOST_PIXELS) {
      throw new Problem(
          TOO_LARGE + ": %d x %d pixels, at most %d are read".formatted(width, height, MOST_PIXELS),
          file.toString(),
          "scale the image down or remove it, then load the set again");
    }
  }

  /// Several decoders fill the missing part of a truncated file with gray and say nothing.
  private static void requireWhole(Path file, byte[] bytes) {
    if (!Completeness.isWhole(bytes)) {
      throw new Problem("the image is truncated: its end is missing", file.toString(), REMEDY);
    }
  }

  private static Problem problem(String what, Path file, Exception cause) {
    return new Problem(what, file.toString(), REMEDY, cause);
  }
}
