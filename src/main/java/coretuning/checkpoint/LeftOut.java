package coretuning.checkpoint;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What of a file is not the backbone, counted by part: heads stand under the backbone's own
/// prefix, others beside it.
final class LeftOut {
  private final String prefix;
  private final SequencedMap<String, Integer> heads = new LinkedHashMap<>();
  private final SequencedMap<String, Integer> others = new LinkedHashMap<>();

  /// @param prefix what stands before the backbone's names
  LeftOut(String prefix) {
    this.prefix = prefix;
  }

  /// Counts a tensor: `fc.0.weight` under the prefix belongs to the head `fc`,
  /// `module.encoder_k.conv1.weight` to `module.encoder_k`.
  void add(String name) {
    boolean head = name.startsWith(prefix);
    int shared = head ? prefix.length() : sharedDicts(name);
    int dot = name.indexOf('.', shared);
    String part = name.substring(head ? shared : 0, dot < 0 ? name.length() : dot);
    (head ? heads : others).merge(part, 1, Integer::sum);
  }

  /// Length of the dicts at the front that the name has in common with the prefix.
  private int sharedDicts(String name) {
    int shared = 0;
    int dot = prefix.indexOf('.');
    while (dot >= 0 && name.startsWith(prefix.substring(0, dot + 1))) {
      shared = dot + 1;
      dot = prefix.indexOf('.', shared);
    }
    return shared;
  }

  SequencedMap<String, Integer> heads() {
    return heads;
  }

  SequencedMap<String, Integer> others() {
    return others;
  }
}
