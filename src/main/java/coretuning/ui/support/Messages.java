package coretuning.ui.support;

import java.util.ResourceBundle;
import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The texts of the window, from `messages.properties`.
///
/// @param bundle as FXML files use it
public record Messages(ResourceBundle bundle) {
  private static final String BUNDLE = "fxml.messages";

  /// The texts that come with the program.
  public static Messages ofProgram() {
    return new Messages(ResourceBundle.getBundle(BUNDLE));
  }

  /// The text of `key` with its `%s` places filled in.
  ///
  /// @throws java.util.MissingResourceException if there is none
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : pattern.formatted(arguments);
  }

  /// Whether there is a text of that key.
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /// Shows each enum constant or string as the text of `<prefix><constant>`, or as it calls itself
  /// if there is none.
  public <T> StringConverter<T> texts(String prefix) {
    return spelled(value -> {
      String key = prefix + (value instanceof Enum<?> constant ? constant.name() : value);
      return has(key) ? text(key) : value.toString();
    });
  }

  /// Shows each value as `words` has it; the choices cannot be typed.
  public static <T> StringConverter<T> spelled(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the choices cannot be typed");
      }
    };
  }
}
