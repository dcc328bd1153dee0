package coretuning.ui.support;

import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.RunSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A setting that two runs both have and in which they differ. Settings are the components of the
/// records that describe a run, so that a new one is compared as soon as it exists.
///
/// @param setting name of the record component, e.g. `epochs`; that of a method stands behind the
///   method's label, `core-tuning-eta`, for two methods may call different things alike
/// @param first value in the first run, as people type it
/// @param second value in the second run, likewise
public record SpecDifference(String setting, String first, String second) {

  /// All differences, in the order of the form, the method first. Names of runs are no settings.
  public static List<SpecDifference> between(RunSpec first, RunSpec second) {
    Map<String, String> left = settings(first);
    Map<String, String> right = settings(second);
    left.keySet().retainAll(right.keySet());
    return left.entrySet().stream()
        .map(each ->
            new SpecDifference(
                each.getKey(),
                each.getValue(),
                Optional.ofNullable(right.get(each.getKey())).orElseThrow()))
        .filter(each -> !each.first().equals(each.second()))
        .toList();
  }

  /// What the setting is called in the form.
  public String name(Messages messages) {
    String own = "setting." + setting;
    String field = "field." + setting;
    return messages.has(own)
        ? messages.text(own)
        : messages.has(field) ? messages.text(field) : setting;
  }

  private static Map<String, String> settings(RunSpec spec) {
    var found = new LinkedHashMap<String, String>();
    found.put("method", spec.methodTitle());
    collect((Record) spec, "", found);
    found.remove("name");
    return found;
  }

  private static void collect(Record part, String prefix, Map<String, String> found) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = value(part, component);
      if (value instanceof Record inner) {
        boolean isOneOfSeveral = !component.getType().isRecord();
        if (isOneOfSeveral) {
          found.putIfAbsent(component.getName(), inner.getClass().getSimpleName());
        }
        collect(
            inner,
            inner instanceof MethodSpec method ? MethodName.of(method).label() + "-" : prefix,
            found);
      } else {
        found.put(prefix + component.getName(), text(value));
      }
    }
  }

  private static Object value(Record part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(component + " of " + part + " has no value", impossible);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case Double number -> Numbers.plain(number);
      case Optional<?> maybe -> maybe.map(SpecDifference::text).orElse(Numbers.UNKNOWN);
      case List<?> list ->
          list.stream().map(SpecDifference::text).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
