package coretuning.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash behind cache keys and data hashes.
final class Sha256 {
  private Sha256() {}

  /// A fresh digest; every Java platform must offer this algorithm.
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
