package coretuning.ui.experiment;

import coretuning.spec.MethodSpec.CoreTuning;
import java.util.List;

/// The form's part of [CoreTuning]; CE-tuning has no settings.
final class MethodForm {
  final Entry<Double> eta;
  final Entry<Double> alpha;
  final Entry<Double> temperature;
  final Entry<Double> lambdaThreshold;
  final Entry<Double> focalExponent;
  final Entry<Integer> projectionSize;

  MethodForm(CoreTuning given) {
    eta = Entry.number("eta", given.eta(), value -> new CoreTuning(value, 1, 1, 0, 0, 2));
    alpha = Entry.number("alpha", given.alpha(), value -> new CoreTuning(0, value, 1, 0, 0, 2));
    temperature =
        Entry.number(
            "temperature", given.temperature(), value -> new CoreTuning(0, 1, value, 0, 0, 2));
    lambdaThreshold =
        Entry.number(
            "lambdaThreshold",
            given.lambdaThreshold(),
            value -> new CoreTuning(0, 1, 1, value, 0, 2));
    focalExponent =
        Entry.number(
            "focalExponent", given.focalExponent(), value -> new CoreTuning(0, 1, 1, 0, value, 2));
    projectionSize =
        Entry.whole(
            "projectionSize", given.projectionSize(), size -> new CoreTuning(0, 1, 1, 0, 0, size));
  }

  List<Field> fields() {
    return List.of(eta, alpha, temperature, lambdaThreshold, focalExponent, projectionSize);
  }

  /// @throws IllegalArgumentException if a field is wrong
  CoreTuning build() {
    return new CoreTuning(
        eta.value(),
        alpha.value(),
        temperature.value(),
        lambdaThreshold.value(),
        focalExponent.value(),
        projectionSize.value());
  }
}
