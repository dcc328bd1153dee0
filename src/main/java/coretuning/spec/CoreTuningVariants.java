package coretuning.spec;

import java.util.ArrayList;
import java.util.List;

/// Comparisons within Core-tuning: what its parts are worth, and which of the differences between
/// paper and released code matters. All keep the hyper-parameters of the settings they start from.
public final class CoreTuningVariants {
  /// One switch of [CoreTuningReading], thrown.
  private record Switch(String title, String setting, String value) {
    CoreTuningReading in(CoreTuningReading reading) {
      return Settings.with(reading, setting, value);
    }
  }

  /// From paper to released code, in the order of a step: gradient, mining, mixing, contrast.
  private static final List<Switch> RELEASED =
      List.of(
          new Switch("detached originals", "detachOriginals", "true"),
          new Switch("zero masks", "hardPairs", "zero-masks"),
          new Switch("shuffle", "randomNegatives", "shuffle"),
          new Switch("equal labels", "positives", "by-equal-label"),
          new Switch("all columns", "normalisation", "all-columns"));

  /// In neither mode.
  private static final List<Switch> OTHERS =
      List.of(
          new Switch("lambda drawn again", "lambdaBound", "redraw"),
          new Switch("mining across the update", "miningScope", "update"));

  private CoreTuningVariants() {}

  /// The paper's ablation of components, each row with one more: cross-entropy, L_con, focal
  /// weight, hard pairs, mixed cross-entropy. The last is the method in full.
  ///
  /// @param base its focal exponent is 1 in the paper; must not be 0, nor its originals detached
  public static List<Variant> components(MethodSpec.CoreTuning base) {
    if (base.focalExponent() == 0) {
      throw new IllegalArgumentException(
          "an ablation of the focal weight needs a focal exponent above 0, got 0");
    }
    double gamma = base.focalExponent();
    CoreTuningParts full = CoreTuningParts.all();
    var contrast = new CoreTuningParts(true, false, false, false, false, true);
    var pairs = new CoreTuningParts(true, false, true, true, false, true);
    return List.of(
        Variant.of(new MethodSpec.CeTuning()),
        new Variant("+ contrastive term", base.with(contrast, 0)),
        new Variant("+ focal weight", base.with(contrast, gamma)),
        new Variant("+ hard pairs", base.with(pairs, gamma)),
        new Variant("+ mixed cross-entropy", base.with(full, gamma)));
  }

  /// The method in full, then without one of its parts each.
  ///
  /// @param base must have hard positives and semi-hard negatives
  public static List<Variant> withoutEach(MethodSpec.CoreTuning base) {
    double gamma = base.focalExponent();
    return List.of(
        new Variant("full", base.with(CoreTuningParts.all(), gamma)),
        without(
            "contrastive term", base, new CoreTuningParts(false, false, true, true, true, true)),
        new Variant("without focal weight", base.with(CoreTuningParts.all(), 0)),
        new Variant(
            "focal weight detached",
            base.with(new CoreTuningParts(true, true, true, true, true, true), gamma)),
        without("hard positives", base, new CoreTuningParts(true, false, false, true, true, true)),
        without(
            "semi-hard negatives", base, new CoreTuningParts(true, false, true, false, true, true)),
        without(
            "mixed cross-entropy", base, new CoreTuningParts(true, false, true, true, false, true)),
        without(
            "projection head", base, new CoreTuningParts(true, false, true, true, true, false)));
  }

  private static Variant without(
      String part, MethodSpec.CoreTuning base, CoreTuningParts remaining) {
    return new Variant("without " + part, base.with(remaining, base.focalExponent()));
  }

  /// From `paper` to `released`, each row with one more switch thrown; the last is `released`.
  public static List<Variant> walk(MethodSpec.CoreTuning base) {
    var rows = new ArrayList<Variant>();
    CoreTuningReading reading = CoreTuningReading.paper();
    rows.add(new Variant("paper", base.with(reading)));
    for (Switch each : RELEASED) {
      reading = each.in(reading);
      boolean isLast = reading.equals(CoreTuningReading.released());
      rows.add(
          new Variant("+ " + each.title() + (isLast ? " = released" : ""), base.with(reading)));
    }
    return List.copyOf(rows);
  }

  /// `paper`, then each switch alone on top of it, those that are in neither mode too, and
  /// `released` to compare with. Mining across the update differs from `paper` only where gradients
  /// are accumulated.
  public static List<Variant> alone(MethodSpec.CoreTuning base) {
    var rows = new ArrayList<Variant>();
    rows.add(new Variant("paper", base.with(CoreTuningReading.paper())));
    for (List<Switch> some : List.of(RELEASED, OTHERS)) {
      for (Switch each : some) {
        rows.add(
            new Variant("paper, " + each.title(), base.with(each.in(CoreTuningReading.paper()))));
      }
    }
    rows.add(new Variant("released", base.with(CoreTuningReading.released())));
    return List.copyOf(rows);
  }
}
