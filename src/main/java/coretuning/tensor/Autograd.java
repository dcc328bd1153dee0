package coretuning.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/// Reverse-mode differentiation on the calling thread.
///
/// DJL's own collector allows one recording a process and refuses a second; the engine beneath has
/// no such limit, so it is asked directly. Gradients add up until [#zeroGradient] clears them,
/// which is what gradient accumulation needs.
public final class Autograd {
  private Autograd() {}

  /// Runs `forward` with recording on and switches it off again.
  public static <T> T recording(Supplier<T> forward) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      return forward.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /// Runs `forward` with recording off: momentum encoders, evaluation.
  public static <T> T withoutRecording(Supplier<T> forward) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      return forward.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /// Adds `share` times d(scalar)/d(leaf) to the gradient of every leaf the scalar depends on;
  /// frees the graph.
  ///
  /// @param share 1, or 1 / n where n losses are averaged into one update
  public static void backward(NDArray scalar, double share) {
    try (NDArray seed = scalar.onesLike()) {
      seed.muli(share);
      JniUtils.backward((PtNDArray) scalar, (PtNDArray) seed, false, false);
    }
  }

  /// As above with share 1.
  public static void backward(NDArray scalar) {
    backward(scalar, 1);
  }

  /// As above with share 1, but the graph stays for another backward pass.
  public static void backwardKeepingGraph(NDArray scalar) {
    try (NDArray seed = scalar.onesLike()) {
      JniUtils.backward((PtNDArray) scalar, (PtNDArray) seed, true, false);
    }
  }

  /// The gradient that has been added up for a leaf, same shape and dtype. The caller closes it.
  ///
  /// A leaf that no loss ever depended on reads as zeros: the engine does not tell them apart.
  public static NDArray gradient(NDArray leaf) {
    return leaf.getGradient();
  }

  /// Clears the gradient of a leaf.
  public static void zeroGradient(NDArray leaf) {
    JniUtils.zeroGrad((PtNDArray) leaf);
  }
}
