package coretuning.ui.experiment;

import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.ui.form.Choice;
import coretuning.ui.form.Field;
import coretuning.ui.form.SettingsForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// The form's part of [MethodSpec]: which method, and the settings of each. Only those of the
/// chosen one show and are checked; the others keep what was typed.
final class MethodForm {
  final Choice<MethodName> name;
  private final Map<MethodName, SettingsForm<MethodSpec>> settings =
      new EnumMap<>(MethodName.class);

  MethodForm(MethodSpec given) {
    MethodName chosen = MethodName.of(given);
    name = new Choice<>("method", List.of(MethodName.values()), chosen);
    for (MethodName each : MethodName.values()) {
      var form = new SettingsForm<>(each.label(), each == chosen ? given : each.defaults());
      var isChosen = name.valueProperty().isEqualTo(each);
      form.fields().forEach(field -> field.applicableProperty().bind(isChosen));
      settings.put(each, form);
    }
  }

  /// The line of a setting.
  ///
  /// @param setting name of the record component
  Field field(MethodName method, String setting) {
    return of(method).field(setting);
  }

  /// Everything but the switches of [#advanced].
  List<Field> main() {
    return Stream.concat(Stream.of(name), all(SettingsForm::main).stream()).toList();
  }

  /// Settings that few change: those in inner records.
  List<Field> advanced() {
    return all(SettingsForm::advanced);
  }

  /// Whether a method has such settings.
  boolean isAdvanced(MethodName method) {
    return !of(method).advanced().isEmpty();
  }

  List<Field> fields() {
    var all = new ArrayList<>(main());
    all.addAll(advanced());
    return all;
  }

  private List<Field> all(Function<SettingsForm<MethodSpec>, List<Field>> part) {
    return settings.values().stream().flatMap(form -> part.apply(form).stream()).toList();
  }

  private SettingsForm<MethodSpec> of(MethodName method) {
    return Objects.requireNonNull(settings.get(method), "every method has its settings");
  }

  /// @throws IllegalArgumentException if a field is wrong, or fields do not go together
  MethodSpec build() {
    return of(name.value()).build();
  }
}
