package coretuning.data.doctor;

import coretuning.data.image.ImageExamination;
import coretuning.data.image.ImageHeader;
import coretuning.data.image.PictureHash;
import coretuning.data.image.PixelSource;
import coretuning.data.image.Planes;
import coretuning.data.image.RawPixels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Examines an image of a binary format, which has no file of its own.
final class RawExamination {
  private static final int SIDE = 32;

  private static final String NAME = "image ";

  private RawExamination() {}

  /// What an image without a file is called.
  static String name(int index) {
    return NAME + index;
  }

  /// The image of such a name.
  static OptionalInt index(String name) {
    return name.matches(NAME + "\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(name.substring(NAME.length())))
        : OptionalInt.empty();
  }

  static ImageExamination of(PixelSource source, int index) {
    int side = source instanceof RawPixels raw ? Math.min(raw.width(), raw.height()) : SIDE;
    var pixels = new byte[source.channels() * side * side];
    source.read(index, side, pixels);
    var planes = new Planes(source.channels(), side, side, pixels, 0);
    return new ImageExamination(
        pixels.length,
        hash(pixels),
        Optional.of(
            new ImageHeader("raw", side, side, source.channels() == 1 ? "gray" : "RGB", 8, 1)),
        side,
        side,
        Optional.of(PictureHash.of(planes)),
        new TreeMap<>());
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
