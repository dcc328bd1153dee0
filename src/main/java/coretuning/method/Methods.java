package coretuning.method;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.spec.MethodSpec;
import java.util.random.RandomGenerator;

/// Builds methods from their settings.
public final class Methods {
  private Methods() {}

  /// The method asked for, with fresh heads.
  ///
  /// @param featureSize D
  /// @param classes K
  /// @param manager owns the weights of the heads
  /// @param type float32, or float64 in tests
  /// @param random source of fresh weights
  public static Method of(
      MethodSpec spec,
      int featureSize,
      int classes,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    return switch (spec) {
      case MethodSpec.CeTuning _ -> new CeTuning();
      case MethodSpec.CoreTuning core ->
          new CoreTuning(core, featureSize, classes, manager, type, random);
    };
  }
}
