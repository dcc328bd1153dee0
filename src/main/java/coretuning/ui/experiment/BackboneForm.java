package coretuning.ui.experiment;

import coretuning.result.TensorMatch;
import coretuning.spec.Architecture;
import coretuning.spec.BackboneSpec;
import coretuning.ui.form.Choice;
import coretuning.ui.form.Entry;
import coretuning.ui.form.Field;
import coretuning.ui.form.Parse;
import coretuning.ui.form.Toggle;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The form's part of [BackboneSpec].
final class BackboneForm {
  final Choice<Architecture> architecture;
  final Entry<Optional<String>> weights;
  final Toggle classifierBias;
  final Toggle partialWeights;
  private final ObjectProperty<Optional<TensorMatch>> match =
      new SimpleObjectProperty<>(this, "match", Optional.empty());

  BackboneForm(BackboneSpec given) {
    architecture =
        new Choice<>("architecture", List.of(Architecture.values()), given.architecture());
    weights = new Entry<>("weights", given.weights().orElse(""), Entry.Browse.FILE, Parse::file);
    classifierBias = new Toggle("classifierBias", given.classifierBias());
    partialWeights = new Toggle("partialWeights", given.partialWeights());
    partialWeights
        .applicableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    partialWeights.value() || match.get().filter(BackboneForm::isPart).isPresent(),
                match,
                partialWeights.valueProperty()));
  }

  List<Field> fields() {
    return List.of(architecture, weights, partialWeights, classifierBias);
  }

  /// What of the weights fits the architecture; empty without weights and while it is not known.
  ObjectProperty<Optional<TensorMatch>> matchProperty() {
    return match;
  }

  private static boolean isPart(TensorMatch found) {
    return !found.renamed().isEmpty() && !found.isComplete();
  }

  /// @throws IllegalArgumentException if a field is wrong, or the weights are known not to fit and
  ///   that was not accepted
  BackboneSpec build() {
    match.get().ifPresent(this::requireFit);
    return new BackboneSpec(
        architecture.value(), weights.value(), classifierBias.value(), partialWeights.value());
  }

  private void requireFit(TensorMatch found) {
    if (found.renamed().isEmpty()) {
      throw new IllegalArgumentException(
          "no tensor of the weights fits %s: choose others".formatted(architecture.value()));
    }
    if (isPart(found) && !partialWeights.value()) {
      throw new IllegalArgumentException(
          "only %d of %d tensors of %s are in the weights: accept partial weights or choose others"
              .formatted(found.renamed().size(), found.expected(), architecture.value()));
    }
  }
}
