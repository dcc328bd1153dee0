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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Backbone weights in files: safetensors, or PyTorch's own in any of the known layouts. A file
/// fits when it holds every tensor of the backbone, with its shape, and no deeper network;
/// otherwise nothing is loaded unless the user has confirmed a part: weights that silently do not
/// match are this field's most common wrong result.
public final class BackboneFile {
  private static final int NAMES_SHOWN = 3;

  private BackboneFile() {}

  /// Copies the file's weights into the backbone, all or none.
  ///
  /// @throws Problem if the file is not a valid one or does not fit, with what is missing or
  ///   differs
  public static WeightsReport load(Path file, ResNet backbone) {
    return load(file, backbone, false);
  }

  /// As above.
  ///
  /// @param partial whether the user has confirmed that a part of the tensors is enough; the rest
  ///   of the backbone keeps the weights it has
  /// @throws Problem also if not one tensor matches
  public static WeightsReport load(Path file, ResNet backbone, boolean partial) {
    CheckpointFile content = CheckpointFile.open(file);
    var search = new LayoutSearch(content, List.of(backbone.architecture()));
    Optional<Placement> best = search.best();
    if (best.isEmpty()) {
      throw nothing(content, backbone);
    }
    Placement place = best.get();
    requireFit(file, place, partial);
    Parameters parameters = backbone.parameters();
    place.matched().forEach((name, stored) -> copy(content, stored, parameters.get(name)));
    var used = new HashSet<>(place.matched().values());
    List<String> ignored =
        content.tensors().keySet().stream().filter(name -> !used.contains(name)).toList();
    return new WeightsReport(
        place.matched().size(),
        place.expected(),
        place.prefix(),
        place.layout().label(),
        ignored,
        sha256(file));
  }

  private static void copy(CheckpointFile content, String stored, NDArray into) {
    StoredTensor tensor = content.tensors().get(stored);
    if (tensor == null) {
      throw new AssertionError("the match named a tensor of the file");
    }
    float[] floats = tensor.values().get().toFloats();
    try (NDArray values = into.getManager().create(floats, into.getShape())) {
      Transfer.overwrite(into, values);
    }
  }

  /// @throws Problem if the file is not that backbone and a part is not enough
  static void requireFit(Path file, Placement place, boolean partial) {
    List<String> faults = place.faults();
    if (faults.isEmpty() || (partial && !place.matched().isEmpty())) {
      return;
    }
    String shown = String.join("; ", faults.subList(0, Math.min(NAMES_SHOWN, faults.size())));
    int more = faults.size() - NAMES_SHOWN;
    throw new Problem(
        "these weights do not fit %s: %d of %d tensors match (%s%s)"
            .formatted(
                place.architecture().label(),
                place.matched().size(),
                place.expected(),
                shown,
                more > 0 ? "; and " + more + " more" : ""),
        file.toString(),
        "choose the architecture the weights were made with, or other weights,"
            + " or confirm that a part is enough");
  }

  private static Problem nothing(CheckpointFile content, ResNet backbone) {
    List<String> names =
        content.tensors().keySet().stream()
            .limit(NAMES_SHOWN)
            .map(name -> name.replaceAll("[^\\p{Print}]", "?"))
            .toList();
    return new Problem(
        "these weights do not fit %s: 0 of %d tensors match (%s)"
            .formatted(
                backbone.architecture().label(),
                backbone.parameters().names().size(),
                names.isEmpty()
                    ? "the file holds no tensors"
                    : "its %d tensors are called %s ..."
                        .formatted(content.tensors().size(), String.join(", ", names))),
        content.path().toString(),
        "choose weights of a ResNet; `inspect` shows what the file holds");
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
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
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
