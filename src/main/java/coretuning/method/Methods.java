package coretuning.method;

import coretuning.spec.MethodSpec;

/// Builds methods from their settings.
public final class Methods {
  private Methods() {}

  /// The method asked for, with fresh heads.
  ///
  /// @param foundation the networks to be fine-tuned; nothing of them is changed here
  public static Method of(MethodSpec spec, Foundation foundation) {
    return switch (spec) {
      case MethodSpec.CeTuning _ -> new CeTuning();
      case MethodSpec.CoreTuning core -> new CoreTuning(core, foundation);
      case MethodSpec.L2Sp l2 -> new L2Sp(l2, foundation);
      case MethodSpec.Delta delta -> new Delta(delta, foundation);
      case MethodSpec.Bss bss -> new Bss(bss);
      case MethodSpec.Rifle rifle -> new Rifle(rifle, foundation);
      case MethodSpec.MixAndMatch match -> new MixAndMatch(match);
      case MethodSpec.Scl scl -> new Scl(scl);
      case MethodSpec.BiTuning bi -> new BiTuning(bi, foundation);
    };
  }
}
