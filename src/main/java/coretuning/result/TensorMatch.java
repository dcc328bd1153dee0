package coretuning.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What of a file of weights fits an architecture, name by name.
///
/// @param architecture label of the one compared with; empty text if nothing in the file is like
///   any
/// @param expected arrays that it has
/// @param renamed file's name -> torchvision's name, of all that match
/// @param missing torchvision's names that the file lacks
/// @param misshapen those of another shape, e.g. `conv1.weight is [64, 3, 3, 3], not [64, 3, 7, 7]`
/// @param unexpected file's names that look like the backbone's but which the architecture lacks
/// @param heads parts on top of the backbone that are dropped -> number of tensors, e.g. `fc` -> 4
/// @param others parts beside the backbone -> number of tensors, e.g. `module.encoder_k`,
///   `optimizer`
public record TensorMatch(
    String architecture,
    int expected,
    SequencedMap<String, String> renamed,
    List<String> missing,
    List<String> misshapen,
    List<String> unexpected,
    SequencedMap<String, Integer> heads,
    SequencedMap<String, Integer> others) {
  public TensorMatch {
    renamed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(renamed));
    missing = List.copyOf(missing);
    misshapen = List.copyOf(misshapen);
    unexpected = List.copyOf(unexpected);
    heads = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(heads));
    others = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(others));
  }

  /// Whether the file holds the backbone, the whole backbone and no other backbone.
  public boolean isComplete() {
    return renamed.size() == expected && expected > 0 && unexpected.isEmpty();
  }
}
