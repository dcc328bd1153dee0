package coretuning.train;

import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;

/// Settings of each method that suit some dozens of images, as far as the usual ones do not.
final class TinySettings {
  private TinySettings() {}

  static MethodSpec of(MethodName method) {
    return switch (method) {
      // A penalty summed over maps would hold 32 random images at the random start.
      case DELTA -> new MethodSpec.Delta(1e-5, 1e-4, true, 1, 1);
      case BI_TUNING -> new MethodSpec.BiTuning(1, 0.07, 4, 0.9, 16);
      default -> method.defaults();
    };
  }

  /// Settings under which nothing but the cross-entropy is left.
  static MethodSpec withoutEffect(MethodName method) {
    return switch (method) {
      case CE_TUNING -> new MethodSpec.CeTuning();
      case CORE_TUNING ->
          throw new IllegalArgumentException("Core-tuning always mixes, whatever its eta");
      case L2_SP -> new MethodSpec.L2Sp(0, 0);
      case DELTA -> new MethodSpec.Delta(0, 0, false, 1, 1);
      case BSS -> new MethodSpec.Bss(0, 1);
      case RIFLE -> new MethodSpec.Rifle(1);
      case MIX_AND_MATCH -> new MethodSpec.MixAndMatch(0, 0.2);
      case SCL -> new MethodSpec.Scl(0, 0.07);
      case BI_TUNING -> new MethodSpec.BiTuning(0, 0.07, 2, 0.9, 16);
    };
  }
}
