package coretuning.ui.form;

import coretuning.spec.Presets;
import coretuning.spec.Settings;
import coretuning.spec.Settings.Setting;
import coretuning.ui.support.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A line for each setting of one record, such as a method: a number is an [Entry], a boolean a
/// [Toggle], an enumeration a [Choice]. What is wrong with a value is what the record says when
/// this one alone is changed.
///
/// @param <S> a record, or an interface of records
public final class SettingsForm<S> {
  private final S given;
  private final Map<Setting, Field> lines = new LinkedHashMap<>();
  private final List<Setting> outer;
  private final List<PresetLine> presets = new ArrayList<>();

  /// @param label of the method; keys and texts of a line are those of `field.<label>-<setting>`
  public SettingsForm(String label, S given) {
    this.given = given;
    outer = Settings.outer((Record) given);
    for (Setting each : Settings.of((Record) given)) {
      lines.put(each, line(label + "-" + each.name(), each));
    }
    Settings.inner((Record) given)
        .forEach((name, inner) -> {
          if (Presets.names(inner.getClass()).size() > 1) {
            presets.add(new PresetLine(label + "-" + name, inner, this::field));
          }
        });
  }

  private Field line(String key, Setting setting) {
    return switch (setting.value()) {
      case Number number ->
          new Entry<>(
              key,
              Numbers.plain(number.doubleValue()),
              Entry.Browse.NOTHING,
              typed -> {
                Settings.with(given, setting.name(), typed);
                return typed;
              });
      case Boolean isOn -> new Toggle(key, isOn);
      default -> new Choice<Object>(key, options(setting), setting.value());
    };
  }

  private static List<Object> options(Setting setting) {
    return new ArrayList<>(Settings.choices(setting.type()));
  }

  /// The line of a setting.
  ///
  /// @param name of the record component
  public Field field(String name) {
    return lines.entrySet().stream()
        .filter(each -> each.getKey().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no setting " + name))
        .getValue();
  }

  /// All lines.
  public List<Field> fields() {
    return Stream.concat(main().stream(), advanced().stream()).toList();
  }

  /// Lines of the record's own components, then one for each inner record that has presets.
  public List<Field> main() {
    return Stream.<Field>concat(
            outer.stream().map(this::line), presets.stream().map(PresetLine::choice))
        .toList();
  }

  /// Lines of the components of inner records.
  public List<Field> advanced() {
    return lines.keySet().stream().filter(each -> !outer.contains(each)).map(this::line).toList();
  }

  private Field line(Setting setting) {
    return Objects.requireNonNull(lines.get(setting), "every setting has its line");
  }

  /// What the lines say.
  ///
  /// @throws IllegalArgumentException if a field is wrong, or fields do not go together
  public S build() {
    var texts = new LinkedHashMap<String, String>();
    lines.forEach((setting, field) -> texts.put(setting.name(), text(setting, field)));
    return Settings.with(given, texts);
  }

  static String text(Setting setting, Field field) {
    return switch (field) {
      case Entry<?> entry -> String.valueOf(entry.value());
      case Toggle toggle -> Boolean.toString(toggle.value());
      case Choice<?> choice -> new Setting(setting.name(), setting.type(), choice.value()).text();
    };
  }
}
