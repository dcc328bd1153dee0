package coretuning.ui.form;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Yes or no.
public final class Toggle implements Field {
  private final String key;
  private final BooleanProperty value;
  private final BooleanProperty applicable = new SimpleBooleanProperty(this, "applicable", true);

  /// @param key see [Field#key]
  public Toggle(String key, boolean initial) {
    this.key = key;
    value = new SimpleBooleanProperty(this, key, initial);
  }

  @Override
  public String key() {
    return key;
  }

  /// Whether it is on.
  public BooleanProperty valueProperty() {
    return value;
  }

  /// Whether it is on.
  public boolean value() {
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
    if (!(other instanceof Toggle toggle) || !toggle.key.equals(key)) {
      throw otherLine(other);
    }
    value.set(toggle.value());
  }
}
