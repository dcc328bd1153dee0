package coretuning.ui.support;

import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.RunSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A setting that two or more runs have and in which they differ. Settings are the components of
/// the records that describe a run, so that a new one is compared as soon as it exists.
///
/// @param setting name of the record component, e.g. `epochs`; that of a method stands behind the
///   method's label, `core-tuning-eta`, for two methods may call different things alike
/// @param values in each run, as people type them; a dash for a run without the setting
public record SpecDifference(String setting, List<String> values) {
  public SpecDifference {
    values = List.copyOf(values);
  }

  /// A setting of two runs.
  public SpecDifference(String setting, String first, String second) {
    this(setting, List.of(first, second));
  }

  /// All differences of two runs, in the order of the form, the method first.
  public static List<SpecDifference> between(RunSpec first, RunSpec second) {
    return among(List.of(first, second));
  }

  /// All differences of some runs, in the order of the form, the method first. Names of runs are no
  /// settings; nor is what one run alone has, for it follows from its method.
  ///
  /// @param runs in the order of the values
  public static List<SpecDifference> among(List<RunSpec> runs) {
    List<Map<String, String>> all = runs.stream().map(SpecDifference::settings).toList();
    var names = new LinkedHashSet<String>();
    all.forEach(each -> names.addAll(each.keySet()));
    return names.stream()
        .filter(name -> isDifferent(name, all))
        .map(name ->
            new SpecDifference(
                name, all.stream().map(run -> run.getOrDefault(name, Numbers.UNKNOWN)).toList()))
        .toList();
  }

  private static boolean isDifferent(String name, List<Map<String, String>> runs) {
    List<String> had =
        runs.stream().flatMap(run -> Optional.ofNullable(run.get(name)).stream()).toList();
    return had.size() > 1 && had.stream().distinct().count() > 1;
  }

  /// Value in the first run.
  public String first() {
    return values.getFirst();
  }

  /// Value in the second run.
  public String second() {
    return values.get(1);
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
