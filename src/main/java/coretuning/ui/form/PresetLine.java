package coretuning.ui.form;

import coretuning.spec.Presets;
import coretuning.spec.Settings;
import coretuning.spec.Settings.Setting;
import java.util.ArrayList;
import java.util.function.Function;

/// Sets the lines of an inner record to one of its presets at once, and says which one they are.
final class PresetLine {
  /// What the lines are if no preset is like them.
  static final String OWN = "own";

  private final Record given;
  private final Function<String, Field> lines;
  private final Choice<String> choice;
  private boolean changing;

  /// @param given the inner record as it begins
  /// @param lines finds the line of a setting by its name
  PresetLine(String key, Record given, Function<String, Field> lines) {
    this.given = given;
    this.lines = lines;
    var options = new ArrayList<>(Presets.names(given.getClass()));
    options.add(OWN);
    choice = new Choice<>(key, options, Presets.nameOf(given).orElse(OWN));
    choice.valueProperty().subscribe((before, now) -> follow(now));
    for (Setting each : Settings.of(given)) {
      lines.apply(each.name()).listen(this::name);
    }
  }

  Choice<String> choice() {
    return choice;
  }

  private void follow(String preset) {
    if (changing || preset.equals(OWN)) {
      return;
    }
    changing = true;
    for (Setting each : Settings.of(Presets.of(given.getClass(), preset))) {
      set(lines.apply(each.name()), each);
    }
    changing = false;
  }

  private void name() {
    if (!changing) {
      changing = true;
      choice.valueProperty().set(nameOfLines());
      changing = false;
    }
  }

  private String nameOfLines() {
    return Presets.names(given.getClass()).stream()
        .filter(this::isOnTheLines)
        .findFirst()
        .orElse(OWN);
  }

  private boolean isOnTheLines(String preset) {
    return Settings.of(Presets.of(given.getClass(), preset)).stream()
        .allMatch(each -> SettingsForm.text(each, lines.apply(each.name())).equals(each.text()));
  }

  @SuppressWarnings("unchecked") // The options of a line are the values of its setting.
  private static void set(Field line, Setting wanted) {
    switch (line) {
      case Entry<?> entry -> entry.textProperty().set(wanted.text());
      case Toggle toggle -> toggle.valueProperty().set((Boolean) wanted.value());
      case Choice<?> choice -> ((Choice<Object>) choice).valueProperty().set(wanted.value());
    }
  }
}
