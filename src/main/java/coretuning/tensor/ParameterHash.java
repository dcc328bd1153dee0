package coretuning.tensor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash over the values of a network: equal only if not one bit of them differs.
public final class ParameterHash {
  private ParameterHash() {}

  /// SHA-256 over names and values of all arrays, hexadecimal.
  public static String of(Parameters parameters) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String name : parameters.names()) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        ByteBuffer values = parameters.get(name).toByteBuffer();
        digest.update(values);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
