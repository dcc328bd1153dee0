package coretuning.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import coretuning.result.Problem;
import coretuning.spec.MethodSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.RunSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TransformSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// How records become JSON. Strict in reading: a field that is missing, doubled, unknown or of
/// another type is an error, because a misspelt setting must not silently become a default. NaN and
/// infinities are written as the strings "NaN", "Infinity".
final class Json {
  /// The sealed interfaces of `spec`. Each of their records is named by a field `type`, its simple
  /// name with hyphens: `RandomCrop` is `random-crop`. A new record needs no line here.
  private static final List<Class<?>> SEALED =
      List.of(
          RunSpec.class,
          MethodSpec.class,
          PretrainSpec.class,
          ScheduleSpec.class,
          TransformSpec.class);

  /// One object a line, for logs.
  static final JsonMapper COMPACT = mapper();

  /// Mix-in that adds the field.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Named {}

  private Json() {}

  /// A mapper that also knows the records of other interfaces, for a package that has its own; they
  /// are named as those of `spec` are.
  ///
  /// @param records of each interface
  static JsonMapper knowing(Map<Class<?>, List<Class<?>>> records) {
    JsonMapper.Builder builder =
        COMPACT
            .rebuild()
            // What a record answers beside its components is no part of it.
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE));
    records.forEach((each, its) -> name(builder, each, its));
    return builder.build();
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder(
                JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    SEALED.forEach(each -> name(builder, each, List.of(each.getPermittedSubclasses())));
    return builder.build();
  }

  private static void name(JsonMapper.Builder builder, Class<?> type, List<Class<?>> records) {
    builder.addMixIn(type, Named.class);
    records.forEach(each -> builder.registerSubtypes(new NamedType(each, typeName(each))));
  }

  private static String typeName(Class<?> record) {
    return record
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /// What is wrong with JSON, in one line, for the user who edited it.
  ///
  /// @param where file, with the line where that helps
  static Problem problem(JacksonException broken, String where) {
    String field = field(broken);
    return new Problem(
        reason(broken),
        field.isEmpty() ? where : where + ", field " + field,
        "correct the file or restore it from a copy",
        broken);
  }

  /// A record's own check speaks for itself; it is wrapped once or twice.
  private static String reason(JacksonException broken) {
    for (Throwable each = broken; each != null; each = each.getCause()) {
      if (each instanceof IllegalArgumentException) {
        return String.valueOf(each.getMessage());
      }
    }
    // What follows is advice on the library's own options, of no use to who edits a file.
    String text =
        String.valueOf(broken.getOriginalMessage())
            .replaceAll("(?s)(; `| \\((set|but|for POJO|start marker|index|class) ).*", "");
    var place = broken.getLocation();
    return place == null || place.getLineNr() < 1
        ? text
        : "%s (line %d, column %d)".formatted(text, place.getLineNr(), place.getColumnNr());
  }

  private static String field(JacksonException broken) {
    var path = new StringBuilder();
    for (JacksonException.Reference each : broken.getPath()) {
      if (each.getPropertyName() == null) {
        path.append('[').append(each.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getPropertyName());
      }
    }
    return path.toString();
  }
}
