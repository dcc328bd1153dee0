package coretuning.ui.experiment;

import coretuning.spec.Architecture;
import coretuning.spec.BackboneSpec;
import java.util.List;
import java.util.Optional;

/// The form's part of [BackboneSpec].
final class BackboneForm {
  final Choice<Architecture> architecture;
  final Entry<Optional<String>> weights;
  final Toggle classifierBias;
  final Toggle partialWeights;

  BackboneForm(BackboneSpec given) {
    architecture =
        new Choice<>("architecture", List.of(Architecture.values()), given.architecture());
    weights = new Entry<>("weights", given.weights().orElse(""), Entry.Browse.FILE, Parse::file);
    classifierBias = new Toggle("classifierBias", given.classifierBias());
    partialWeights = new Toggle("partialWeights", given.partialWeights());
  }

  List<Field> fields() {
    return List.of(architecture, weights, partialWeights, classifierBias);
  }

  /// @throws IllegalArgumentException if a field is wrong
  BackboneSpec build() {
    return new BackboneSpec(
        architecture.value(), weights.value(), classifierBias.value(), partialWeights.value());
  }
}
