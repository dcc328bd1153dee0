package coretuning.tensor;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Named arrays of a network in the order they were added: trainable weights, and buffers such as
/// BatchNorm's running statistics. Names are PyTorch's, e.g. `layer1.0.conv1.weight`.
public final class Parameters {
  private final Map<String, NDArray> all = new LinkedHashMap<>();
  private final List<String> trainable = new ArrayList<>();
  private final Set<String> optional = new HashSet<>();

  /// Adds a weight that is learnt; it becomes a leaf of the graph.
  public NDArray addTrainable(String name, NDArray value) {
    value.setRequiresGradient(true);
    put(name, value);
    trainable.add(name);
    return value;
  }

  /// Adds an array that is stored with the network but not learnt.
  public NDArray addBuffer(String name, NDArray value) {
    put(name, value);
    return value;
  }

  /// Adds an array that is stored for looking at only: a file without it is whole, as those of
  /// older versions are, and the array then stays as it is.
  public NDArray addOptional(String name, NDArray value) {
    put(name, value);
    optional.add(name);
    return value;
  }

  /// Whether a file without the array is whole.
  public boolean isOptional(String name) {
    return optional.contains(name);
  }

  private void put(String name, NDArray value) {
    if (all.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("parameter " + name + " exists already");
    }
  }

  /// Adds every array of another network under `prefix`; they stay shared.
  public void addAll(String prefix, Parameters other) {
    other.all.forEach((name, value) -> put(prefix + name, value));
    other.trainable.forEach(name -> trainable.add(prefix + name));
    other.optional.forEach(name -> optional.add(prefix + name));
  }

  /// The array of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public NDArray get(String name) {
    NDArray value = all.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no parameter " + name);
    }
    return value;
  }

  /// Names of all arrays, in order.
  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  /// Names of the learnt arrays, in order.
  public List<String> trainableNames() {
    return Collections.unmodifiableList(trainable);
  }

  /// All learnt arrays, in order.
  public List<NDArray> trainable() {
    return trainable.stream().map(this::get).toList();
  }

  /// Takes over the values of another network of the same build.
  ///
  /// @throws IllegalArgumentException if the other lacks one of the names
  public void copyFrom(Parameters other) {
    all.forEach((name, value) -> Transfer.overwrite(value, other.get(name)));
  }

  /// Number of learnt values.
  public long trainableCount() {
    return trainable.stream().mapToLong(name -> get(name).size()).sum();
  }

  /// Clears the gradients of all learnt arrays.
  public void zeroGradients() {
    trainable.forEach(name -> Autograd.zeroGradient(get(name)));
  }
}
