package coretuning.ui;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A number as typed, and what is wrong with it.
final class TypedNumber {
  final StringProperty text;
  final StringProperty error = new SimpleStringProperty(this, "error", "");

  TypedNumber(double value) {
    text = new SimpleStringProperty(this, "text", "");
    set(value);
  }

  /// Shows a number, with up to three decimals.
  void set(double value) {
    String shown = String.format(Locale.ROOT, "%.3f", value);
    text.set(shown.replaceAll("\\.?0+$", ""));
  }

  /// The number, if it is one.
  OptionalDouble value() {
    try {
      double value = Double.parseDouble(text.get().strip());
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
