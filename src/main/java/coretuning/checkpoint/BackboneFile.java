package coretuning.checkpoint;

import ai.djl.ndarray.NDArray;
import coretuning.backbone.ResNet;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Backbone weights as safetensors. A file fits when it holds every tensor of the backbone, with
/// its shape; otherwise nothing is loaded: weights that silently do not match are this field's most
/// common wrong result.
public final class BackboneFile {
  /// What may stand before a backbone's names: nothing, MoCo's and this program's own files.
  private static final List<String> PREFIXES =
      List.of(
          "",
          "encoder_q.",
          "module.encoder_q.",
          "module.",
          "backbone.",
          "model.encoder_q.",
          "model.");

  private static final int NAMES_SHOWN = 3;

  private BackboneFile() {}

  /// Copies the file's weights into the backbone.
  ///
  /// @throws Problem if the file is not a valid one or does not fit, with what is missing or
  ///   differs
  public static WeightsReport load(Path file, ResNet backbone) {
    TensorFile content = TensorFile.read(file);
    Parameters parameters = backbone.parameters();
    String prefix = prefixOf(content, parameters);
    var faults = new ArrayList<String>();
    var entries = new LinkedHashMap<String, Entry>();
    for (String name : parameters.names()) {
      NDArray array = parameters.get(name);
      content
          .entry(prefix + name)
          .ifPresentOrElse(
              entry -> {
                if (Arrays.equals(entry.shape(), array.getShape().getShape())) {
                  entries.put(name, entry);
                } else {
                  faults.add(
                      "%s is %s, not %s"
                          .formatted(name, Arrays.toString(entry.shape()), array.getShape()));
                }
              },
              () -> faults.add(name + " is missing"));
    }
    if (!faults.isEmpty()) {
      throw misfit(file, backbone, entries.size(), parameters.names().size(), faults);
    }
    entries.forEach((name, entry) -> copy(entry, parameters.get(name)));
    var ignored = new ArrayList<>(content.entries().keySet());
    ignored.removeIf(
        name -> name.startsWith(prefix) && entries.containsKey(name.substring(prefix.length())));
    return new WeightsReport(entries.size(), prefix, ignored, sha256(file));
  }

  private static void copy(Entry entry, NDArray into) {
    try (NDArray values = into.getManager().create(entry.toFloats(), into.getShape())) {
      Transfer.overwrite(into, values);
    }
  }

  private static String prefixOf(TensorFile content, Parameters parameters) {
    String first = parameters.names().getFirst();
    return PREFIXES.stream()
        .filter(prefix -> content.entry(prefix + first).isPresent())
        .findFirst()
        .orElse("");
  }

  private static Problem misfit(
      Path file, ResNet backbone, int fitting, int expected, List<String> faults) {
    String shown = String.join("; ", faults.subList(0, Math.min(NAMES_SHOWN, faults.size())));
    int more = faults.size() - NAMES_SHOWN;
    return new Problem(
        "these weights do not fit %s: %d of %d tensors match (%s%s)"
            .formatted(
                backbone.architecture().label(),
                fitting,
                expected,
                shown,
                more > 0 ? "; and " + more + " more" : ""),
        file.toString(),
        "choose the architecture the weights were made with, or other weights");
  }

  /// Writes the backbone's weights under their own names.
  ///
  /// @param notes stored in the file, e.g. architecture and training command
  /// @throws Problem if the file cannot be written; nothing half-written stays
  public static void write(Path file, ResNet backbone, Map<String, String> notes) {
    var entries = new LinkedHashMap<String, Entry>();
    ParameterEntries.collect(backbone.parameters(), "", entries);
    new TensorFile(entries, notes).write(file);
  }

  /// Hash of a file's bytes, hexadecimal.
  public static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new Problem(
          "the file cannot be read",
          file.toString(),
          "check the path and its permissions",
          unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
