package coretuning.spec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The named values of a record: what its public static methods without arguments return, e.g.
/// `paper` and `released` of [CoreTuningReading].
public final class Presets {
  private Presets() {}

  /// Their names in alphabetical order.
  ///
  /// @param type a record
  public static List<String> names(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> isPreset(each, type))
        .map(Method::getName)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static boolean isPreset(Method method, Class<?> type) {
    return Modifier.isStatic(method.getModifiers())
        && Modifier.isPublic(method.getModifiers())
        && method.getParameterCount() == 0
        && method.getReturnType().equals(type);
  }

  /// The value of a name.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static Record of(Class<?> type, String name) {
    if (!names(type).contains(name)) {
      throw new IllegalArgumentException(
          "there is no such preset, only %s; got %s"
              .formatted(String.join(", ", names(type)), name));
    }
    try {
      return (Record) type.getMethod(name).invoke(null);
    } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException closed) {
      throw new IllegalStateException(type + " cannot give " + name, closed);
    }
  }

  /// The name of a value, if it has one.
  public static Optional<String> nameOf(Record value) {
    return names(value.getClass()).stream()
        .filter(each -> of(value.getClass(), each).equals(value))
        .findFirst();
  }
}
