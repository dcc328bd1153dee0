package coretuning.ui.form;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One of some values; the text of each is `choice.<value>`, or the value itself if there is none.
///
/// @param <T> type of the values
public final class Choice<T> implements Field {
  private final String key;
  private final List<T> options;
  private final ObjectProperty<T> value;
  private final BooleanProperty applicable = new SimpleBooleanProperty(this, "applicable", true);

  /// @param key see [Field#key]
  /// @param options at least one
  public Choice(String key, List<T> options, T initial) {
    this.key = key;
    this.options = List.copyOf(options);
    value = new SimpleObjectProperty<>(this, key, initial);
  }

  @Override
  public String key() {
    return key;
  }

  /// Its options, in order.
  public List<T> options() {
    return options;
  }

  /// What is chosen.
  public ObjectProperty<T> valueProperty() {
    return value;
  }

  /// What is chosen.
  public T value() {
    return value.get();
  }

  @Override
  public BooleanProperty applicableProperty() {
    return applicable;
  }

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public void listen(Runnable listener) {
    value.subscribe((before, now) -> listener.run());
  }

  @Override
  public void copy(Field other) {
    if (!(other instanceof Choice<?> choice) || !choice.key.equals(key)) {
      throw otherLine(other);
    }
    options.stream().filter(each -> each.equals(choice.value())).forEach(value::set);
  }
}
