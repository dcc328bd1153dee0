package coretuning.ui.form;

import javafx.beans.property.BooleanProperty;

/// One line of a form.
public sealed interface Field permits Entry, Choice, Toggle {
  /// Its texts are `field.<key>` and `field.<key>.help`.
  String key();

  /// Whether the line means anything beside the other choices; if not it is hidden and not checked.
  BooleanProperty applicableProperty();

  /// Whether nothing is wrong with it.
  boolean isValid();

  /// Calls `listener` after every change of the value.
  void listen(Runnable listener);

  /// Takes on the value of the same line of another form, right or wrong.
  ///
  /// @throws IllegalArgumentException if it is another line
  void copy(Field other);

  /// For [#copy].
  default IllegalArgumentException otherLine(Field other) {
    return new IllegalArgumentException(
        "the line %s cannot take the value of %s".formatted(key(), other.key()));
  }
}
