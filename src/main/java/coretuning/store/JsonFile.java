package coretuning.store;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One kind of JSON file: `{"version": 1, "<content>": ...}`.
///
/// The version is that of the layout: it rises when a field changes its meaning, and a file of
/// another version is refused rather than misread.
public final class JsonFile<T> {
  private static final int VERSION = 1;
  private static final String VERSION_FIELD = "version";

  private final Class<T> type;
  private final String content;
  private final Consumer<JsonNode> upgrade;
  private final JsonMapper mapper;

  /// @param content name of the field that holds the record
  JsonFile(Class<T> type, String content) {
    this(type, content, unchanged -> {});
  }

  /// @param upgrade adds to the content of older files, in place, the fields that they lack
  JsonFile(Class<T> type, String content, Consumer<JsonNode> upgrade) {
    this(type, content, upgrade, Json.COMPACT);
  }

  private JsonFile(Class<T> type, String content, Consumer<JsonNode> upgrade, JsonMapper mapper) {
    this.type = type;
    this.content = content;
    this.upgrade = upgrade;
    this.mapper = mapper;
  }

  /// A kind of file whose record holds records of interfaces of its own.
  ///
  /// @param content name of the field that holds the record
  /// @param records of each interface: they name themselves by a field `type`
  public static <T> JsonFile<T> of(
      Class<T> type, String content, Map<Class<?>, List<Class<?>>> records) {
    return new JsonFile<>(type, content, unchanged -> {}, Json.knowing(records));
  }

  /// Writes atomically.
  ///
  /// @throws Problem if the file cannot be written
  public void write(Path file, T value) {
    AtomicFile.writeText(file, text(value));
  }

  /// Whether a file is JSON with the field of this kind; reading may still find something wrong.
  ///
  /// @throws Problem if the file is missing, unreadable or no JSON
  public boolean isKindOf(Path file) {
    try {
      return mapper.readTree(text(file).orElseThrow(() -> missing(file))).has(content);
    } catch (JacksonException broken) {
      throw Json.problem(broken, file.toString());
    }
  }

  /// What [#write] writes.
  String text(T value) {
    ObjectNode root = mapper.createObjectNode();
    root.put(VERSION_FIELD, VERSION);
    // By the declared type: a sealed interface's records write their name only through it.
    root.set(content, mapper.readTree(mapper.writerFor(type).writeValueAsString(value)));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /// Reads a file that must be there.
  ///
  /// @throws Problem if the file is missing, unreadable, of another version or invalid
  public T read(Path file) {
    return readIfPresent(file).orElseThrow(() -> missing(file));
  }

  private static Problem missing(Path file) {
    return new Problem(
        "the file does not exist",
        file.toString(),
        "restore it from a copy, or choose another; a folder without it is no complete run");
  }

  /// Reads a file that may not have been written yet.
  ///
  /// @return empty if there is no such file
  Optional<T> readIfPresent(Path file) {
    return text(file).map(found -> parse(found, file));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check that it is a readable UTF-8 text file",
          failure);
    }
  }

  private T parse(String text, Path file) {
    try {
      JsonNode root = mapper.readTree(text);
      requireEnvelope(root, file);
      upgrade.accept(root.get(content));
      return mapper.treeToValue(root.get(content), type);
    } catch (JacksonException broken) {
      throw Json.problem(broken, file.toString());
    }
  }

  private void requireEnvelope(JsonNode root, Path file) {
    JsonNode version = root.path(VERSION_FIELD);
    if (!version.isInt() || version.intValue() != VERSION) {
      throw new Problem(
          version.isMissingNode()
              ? "the field \"version\" is missing"
              : "version %s is unknown, this program knows %d".formatted(version, VERSION),
          file.toString(),
          "open it with the version of the workbench that wrote it");
    }
    for (String field : root.propertyNames()) {
      if (!field.equals(VERSION_FIELD) && !field.equals(content)) {
        throw invalid("unknown field \"%s\"".formatted(field), file);
      }
    }
    if (!root.path(content).isObject()) {
      throw invalid("the field \"%s\" must be an object".formatted(content), file);
    }
  }

  private static Problem invalid(String what, Path file) {
    return new Problem(what, file.toString(), "correct the file or restore it from a copy");
  }
}
