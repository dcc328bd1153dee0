package coretuning.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the lines of a form describe together, or why they describe nothing yet.
///
/// @param <T> what they describe
public final class Description<T> {
  private final List<Field> fields;
  private final Supplier<T> build;
  private final ReadOnlyObjectWrapper<Optional<T>> value =
      new ReadOnlyObjectWrapper<>(this, "value", Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /// Follows the lines.
  ///
  /// @param build puts them together; an [IllegalArgumentException] of it is the message
  public Description(List<Field> fields, Supplier<T> build) {
    this.fields = List.copyOf(fields);
    this.build = build;
    fields.forEach(field -> field.listen(this::check));
    check();
  }

  /// Puts the lines together again, where something beside them has changed.
  public void check() {
    long wrong = fields.stream().filter(field -> !field.isValid()).count();
    if (wrong > 0) {
      value.set(Optional.empty());
      message.set(wrong == 1 ? "1 field needs your attention" : wrong + " fields need attention");
      return;
    }
    try {
      value.set(Optional.of(build.get()));
      message.set("");
    } catch (IllegalArgumentException conflict) {
      value.set(Optional.empty());
      message.set(String.valueOf(conflict.getMessage()));
    }
  }

  /// What is described; empty while a line is wrong.
  public ReadOnlyObjectProperty<Optional<T>> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /// Why nothing is described; empty if something is.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
