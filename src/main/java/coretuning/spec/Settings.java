package coretuning.spec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The settings of a record, read and replaced by name: what command line and form are made of, so
/// that a new hyper-parameter needs no line in either.
///
/// Components are numbers, booleans, enumerations, or records of such; the components of an inner
/// record count as the outer one's. Names are unique within a record.
public final class Settings {
  private Settings() {}

  /// One setting.
  ///
  /// @param name of the record component, e.g. `focalExponent`
  /// @param type `double`, `int`, `boolean` or an enumeration
  /// @param value now
  public record Setting(String name, Class<?> type, Object value) {
    /// The name as an option of the command line, e.g. `focal-exponent`.
    public String label() {
      return hyphens(name);
    }

    /// The value as [Settings#with] reads it.
    public String text() {
      return Settings.text(value);
    }
  }

  /// All settings in order.
  public static List<Setting> of(Record settings) {
    var all = new ArrayList<Setting>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = value(settings, component);
      if (value instanceof Record inner) {
        all.addAll(of(inner));
      } else {
        all.add(new Setting(component.getName(), component.getType(), value));
      }
    }
    return all;
  }

  /// The settings of the record itself, without those of inner records: the ones to show first.
  public static List<Setting> outer(Record settings) {
    var inner =
        Arrays.stream(settings.getClass().getRecordComponents())
            .map(component -> value(settings, component))
            .filter(Record.class::isInstance)
            .flatMap(each -> of((Record) each).stream().map(Setting::name))
            .toList();
    return of(settings).stream().filter(each -> !inner.contains(each.name())).toList();
  }

  /// The same settings with one of them replaced.
  ///
  /// @param name as [Setting#name] or [Setting#label]
  /// @param text e.g. `0.5`, `true`, or a constant of the enumeration, its underscores as hyphens
  /// @throws IllegalArgumentException if there is no such setting (naming those there are), the
  ///   text is not of its type, or the record refuses the value
  public static <T> T with(T settings, String name, String text) {
    return with(settings, Map.of(name, text));
  }

  /// The same settings with some of them replaced at once: rules that bind several are asked when
  /// all are in place.
  ///
  /// An inner record as a whole is set by the name of one of its [Presets], e.g. `reading` to
  /// `released`; what is said of its own settings then counts on top of that.
  ///
  /// @param texts by name or label, each as in [#with(Object, String, String)]
  /// @throws IllegalArgumentException as there
  public static <T> T with(T settings, Map<String, String> texts) {
    Map<String, Record> inner = inner(record(settings));
    List<Setting> known = of(record(settings));
    var byName = new HashMap<String, String>();
    texts.forEach((name, text) ->
        byName.put(inner.containsKey(name) ? name : named(known, inner, name).name(), text));
    @SuppressWarnings("unchecked") // The copy is of the record's own class.
    T copy = (T) replace(record(settings), byName);
    return copy;
  }

  /// The inner records that have presets, by the name of their component.
  public static Map<String, Record> inner(Record settings) {
    var all = new LinkedHashMap<String, Record>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      if (value(settings, component) instanceof Record each
          && !Presets.names(each.getClass()).isEmpty()) {
        all.put(component.getName(), each);
      }
    }
    return all;
  }

  private static Setting named(List<Setting> known, Map<String, Record> inner, String name) {
    return known.stream()
        .filter(each -> each.name().equals(name) || each.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                known.isEmpty()
                    ? "there is nothing to set, got " + name
                    : "setting must be one of %s; got %s"
                        .formatted(
                            String.join(
                                ", ",
                                Stream.concat(
                                        known.stream().map(Setting::label), inner.keySet().stream())
                                    .toList()),
                            name)));
  }

  private static Record record(Object settings) {
    if (settings instanceof Record record) {
      return record;
    }
    throw new IllegalArgumentException(
        "settings must be a record, got " + settings.getClass().getSimpleName());
  }

  private static Record replace(Record settings, Map<String, String> texts) {
    RecordComponent[] components = settings.getClass().getRecordComponents();
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object value = value(settings, components[i]);
      String name = components[i].getName();
      if (value instanceof Record inner) {
        String preset = texts.get(name);
        values[i] =
            replace(preset == null ? inner : Presets.of(inner.getClass(), preset.strip()), texts);
      } else {
        String text = texts.get(name);
        values[i] =
            text == null ? value : parse(hyphens(name), components[i].getType(), text.strip());
      }
    }
    return create(settings.getClass(), components, values);
  }

  private static Object parse(String name, Class<?> type, String text) {
    try {
      if (type == double.class) {
        return Double.parseDouble(text);
      }
      if (type == int.class) {
        return Integer.parseInt(text);
      }
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "%s must be a %snumber, got %s".formatted(name, type == int.class ? "whole " : "", text),
          notANumber);
    }
    List<?> choices = choices(type);
    return choices.stream()
        .filter(each -> text(each).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s must be one of %s; got %s"
                    .formatted(
                        name,
                        String.join(", ", choices.stream().map(Settings::text).toList()),
                        text)));
  }

  /// The values that a setting of a finite type can take.
  ///
  /// @param type `boolean` or an enumeration
  public static List<?> choices(Class<?> type) {
    if (type == boolean.class) {
      return List.of(false, true);
    }
    Object[] constants = type.getEnumConstants();
    if (constants == null) {
      throw new IllegalArgumentException("a setting cannot be of type " + type.getSimpleName());
    }
    return Arrays.asList(constants);
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : String.valueOf(value);
  }

  private static String hyphens(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(component + " cannot be read", closed);
    }
  }

  private static Record create(
      Class<? extends Record> type, RecordComponent[] components, Object[] values) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException broken) {
        throw broken;
      }
      throw new IllegalStateException(type + " cannot be made", refused);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(type + " cannot be made", closed);
    }
  }
}
