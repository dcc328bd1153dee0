package coretuning.pickle;

import java.math.BigInteger;

/// How Python's values look here: Long (BigInteger beyond 64 bits), Double, Boolean, String,
/// byte[], [None], [Sequence], [Dict], [Name], [StorageReference], [TorchTensor], [NumpyType],
/// [NumpyArray].
final class Values {
  private static final int LONGEST_NUMBER = 1024;

  private Values() {}

  /// Python's None.
  enum None {
    NONE
  }

  /// Checks the kind of a value.
  ///
  /// @param user what needs it, for the message
  static <T> T as(Class<T> kind, Object value, String user) {
    if (!kind.isInstance(value)) {
      throw new Refusal(
          "gives %s a %s where a %s belongs"
              .formatted(user, value.getClass().getSimpleName(), kind.getSimpleName()));
    }
    return kind.cast(value);
  }

  /// A whole number in decimal; a trailing L is Python 2's.
  static Object integer(String text) {
    String digits = text.endsWith("L") ? text.substring(0, text.length() - 1) : text;
    if (digits.length() > LONGEST_NUMBER || !digits.matches("[+-]?[0-9]+")) {
      throw new Refusal("holds \"%s\" as a whole number".formatted(Refusal.shown(text)));
    }
    return narrow(new BigInteger(digits));
  }

  /// A whole number as little-endian two's complement; no bytes are 0.
  static Object integer(byte[] littleEndian) {
    if (littleEndian.length > LONGEST_NUMBER) {
      throw new Refusal("holds a whole number of %d bytes".formatted(littleEndian.length));
    }
    if (littleEndian.length == 0) {
      return 0L;
    }
    var bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
    }
    return narrow(new BigInteger(bigEndian));
  }

  private static Object narrow(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  static double real(String text) {
    try {
      return switch (text) {
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        case "nan", "-nan" -> Double.NaN;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException broken) {
      throw new Refusal("holds \"%s\" as a number".formatted(Refusal.shown(text)));
    }
  }
}
