package coretuning.store;

import coretuning.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A stored question: what a run was asked, to be read, edited in a text editor and run again.
public final class SpecFile {
  private static final JsonFile<RunSpec> JSON =
      new JsonFile<>(RunSpec.class, "spec", SpecUpgrade::apply);

  private SpecFile() {}

  /// Reads an experiment or a pre-training.
  ///
  /// @throws coretuning.result.Problem naming the file, the field and the rule that is broken
  public static RunSpec read(Path file) {
    return JSON.read(file);
  }

  /// SHA-256 of a specification as its file holds it, in hexadecimal: the same settings, the same
  /// hash.
  static String hash(RunSpec spec) {
    try {
      byte[] text = JSON.text(spec).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// Writes atomically.
  ///
  /// @throws coretuning.result.Problem if the file cannot be written
  public static void write(Path file, RunSpec spec) {
    JSON.write(file, spec);
  }
}
