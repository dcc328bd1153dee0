package coretuning.ui.experiment;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One of some values; the text of each is `choice.<value>`, or the value itself if there is none.
///
/// @param <T> type of the values
final class Choice<T> implements Field {
  private final String key;
  private final List<T> options;
  private final ObjectProperty<T> value;
  private final BooleanProperty applicable = new SimpleBooleanProperty(this, "applicable", true);

  Choice(String key, List<T> options, T initial) {
    this.key = key;
    this.options = List.copyOf(options);
    value = new SimpleObjectProperty<>(this, key, initial);
  }

  @Override
  public String key() {
    return key;
  }

  List<T> options() {
    return options;
  }

  ObjectProperty<T> valueProperty() {
    return value;
  }

  T value() {
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
