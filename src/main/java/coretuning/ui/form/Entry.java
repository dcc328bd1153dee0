package coretuning.ui.form;

import coretuning.ui.support.Numbers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A value typed as text: what was typed, what it means and, if it means nothing, why not.
///
/// @param <T> type of the value
public final class Entry<T> implements Field {
  /// What the user may choose instead of typing.
  public enum Browse {
    NOTHING,
    FOLDER,
    FILE
  }

  private final String key;
  private final Browse browse;
  private final Function<String, T> parse;
  private final StringProperty text;
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final BooleanProperty applicable = new SimpleBooleanProperty(this, "applicable", true);
  private Optional<T> value = Optional.empty();

  /// @param parse turns the trimmed text into the value; an [IllegalArgumentException] of it is the
  ///   message
  public Entry(String key, String initial, Browse browse, Function<String, T> parse) {
    this.key = key;
    this.browse = browse;
    this.parse = parse;
    text = new SimpleStringProperty(this, key, initial);
    check();
    text.subscribe(typed -> check());
  }

  /// A number checked by `rule`, which throws as the constructors of `spec` do.
  public static Entry<Double> number(String key, double initial, Consumer<Double> rule) {
    return new Entry<>(
        key,
        Numbers.plain(initial),
        Browse.NOTHING,
        typed -> {
          double number = Parse.number(typed);
          rule.accept(number);
          return number;
        });
  }

  /// A whole number checked by `rule`.
  public static Entry<Integer> whole(String key, int initial, Consumer<Integer> rule) {
    return new Entry<>(
        key,
        Integer.toString(initial),
        Browse.NOTHING,
        typed -> {
          int number = Parse.whole(typed);
          rule.accept(number);
          return number;
        });
  }

  private void check() {
    try {
      value = Optional.of(parse.apply(text.get().strip()));
      message.set("");
    } catch (IllegalArgumentException refused) {
      value = Optional.empty();
      message.set(String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public String key() {
    return key;
  }

  /// What the user may choose instead.
  public Browse browse() {
    return browse;
  }

  /// What was typed.
  public StringProperty textProperty() {
    return text;
  }

  /// Why the text is no value; empty if it is one.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The value.
  ///
  /// @throws IllegalArgumentException if the text is none, with the message
  public T value() {
    return value.orElseThrow(() -> new IllegalArgumentException(message.get()));
  }

  @Override
  public BooleanProperty applicableProperty() {
    return applicable;
  }

  @Override
  public boolean isValid() {
    return value.isPresent() || !applicable.get();
  }

  @Override
  public void listen(Runnable listener) {
    text.subscribe((before, now) -> listener.run());
  }

  @Override
  public void copy(Field other) {
    if (!(other instanceof Entry<?> entry) || !entry.key.equals(key)) {
      throw otherLine(other);
    }
    text.set(entry.text.get());
  }
}
