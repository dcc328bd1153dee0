package coretuning.checkpoint;

import coretuning.backbone.ParameterShapes;
import coretuning.result.TensorMatch;
import coretuning.spec.Architecture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One way to read a file's names as a backbone: architecture, prefix and naming, and how well it
/// fits.
///
/// @param renamed torchvision's name -> file's name of every tensor under the prefix
/// @param matched those of them that the architecture has in the same shape, in its order
/// @param missing what the architecture has and the file has not
/// @param misshapen what has another shape, as sentences
record Placement(
    Architecture architecture,
    String prefix,
    Layout layout,
    SequencedMap<String, String> renamed,
    SequencedMap<String, String> matched,
    List<String> missing,
    List<String> misshapen) {

  /// Compares the tensors under a prefix with an architecture.
  static Placement of(
      CheckpointFile file,
      String prefix,
      Layout layout,
      SequencedMap<String, String> renamed,
      Architecture architecture) {
    var matched = new LinkedHashMap<String, String>();
    var missing = new ArrayList<String>();
    var misshapen = new ArrayList<String>();
    ParameterShapes.of(architecture)
        .forEach((name, shape) -> {
          String stored = renamed.get(name);
          StoredTensor tensor = stored == null ? null : file.tensors().get(stored);
          if (stored == null || tensor == null) {
            missing.add(name);
          } else if (!tensor.shape().equals(shape)) {
            misshapen.add("%s is %s, not %s".formatted(name, tensor.shape(), shape));
          } else {
            matched.put(name, stored);
          }
        });
    return new Placement(architecture, prefix, layout, renamed, matched, missing, misshapen);
  }

  /// torchvision's names -> file's names under a prefix, in the file's order.
  static SequencedMap<String, String> renamed(CheckpointFile file, String prefix, Naming naming) {
    var renamed = new LinkedHashMap<String, String>();
    for (String name : file.tensors().keySet()) {
      if (name.startsWith(prefix)) {
        naming
            .torchvision(name.substring(prefix.length()))
            .ifPresent(standard -> renamed.putIfAbsent(standard, name));
      }
    }
    return renamed;
  }

  int expected() {
    return matched.size() + missing.size() + misshapen.size();
  }

  /// Higher is better; a larger network that holds a smaller one loses by what it lacks.
  int score() {
    return matched.size() - missing.size() - misshapen.size();
  }

  /// File's names under the prefix that belong to layers the architecture does not have: weights of
  /// a deeper network. Counters of BatchNorm are no weights.
  List<String> unexpected() {
    Map<String, List<Long>> shapes = ParameterShapes.of(architecture);
    return renamed.entrySet().stream()
        .filter(each -> isLayer(each.getKey()) && !shapes.containsKey(each.getKey()))
        .filter(each -> !each.getKey().endsWith("num_batches_tracked"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isLayer(String standard) {
    return standard.matches("(conv1|bn1|layer\\d+\\.\\d+)\\..*");
  }

  /// All that keeps the file from being this backbone, as sentences.
  List<String> faults() {
    var faults = new ArrayList<>(misshapen);
    missing.forEach(name -> faults.add(name + " is missing"));
    unexpected().forEach(name -> faults.add(name + " has no place"));
    return faults;
  }

  /// The comparison for people.
  TensorMatch match(CheckpointFile file) {
    var preview = new LinkedHashMap<String, String>();
    matched.forEach((standard, stored) -> preview.put(stored, standard));
    var layers = new HashSet<String>();
    renamed.forEach((standard, stored) -> {
      if (isLayer(standard)) {
        layers.add(stored);
      }
    });
    var leftOut = new LeftOut(prefix);
    file.tensors().keySet().stream().filter(name -> !layers.contains(name)).forEach(leftOut::add);
    return new TensorMatch(
        architecture.label(),
        expected(),
        preview,
        missing,
        misshapen,
        unexpected(),
        leftOut.heads(),
        leftOut.others());
  }
}
