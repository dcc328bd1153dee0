package coretuning.data.format;

import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows of a CSV, TSV, JSON or JSON-lines file, each a map from lower-case column to text.
final class ListFile {
  static final List<String> ENDINGS = List.of(".csv", ".tsv", ".json", ".jsonl");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ListFile() {}

  /// Whether a file's name ends as a list's does.
  static boolean isNamedAsList(Path file) {
    return ending(file).isPresent();
  }

  private static Optional<String> ending(Path file) {
    String name = Folder.name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().filter(name::endsWith).findFirst();
  }

  /// All rows, in order.
  ///
  /// @throws Problem naming the line that is broken
  static List<Map<String, String>> rows(Path file) {
    String text = Folder.text(file);
    return switch (ending(file).orElse(".csv")) {
      case ".tsv" -> table(text, '\t', file);
      case ".json" -> objects(json(text, file), file);
      case ".jsonl" -> lines(text, file);
      default -> table(text, ',', file);
    };
  }

  private static List<Map<String, String>> table(String text, char separator, Path file) {
    List<List<String>> records = Csv.records(text, separator, file);
    var rows = new ArrayList<Map<String, String>>();
    for (int i = 1; i < records.size(); i++) {
      List<String> fields = records.get(i);
      List<String> header = records.getFirst();
      if (fields.size() != header.size()) {
        throw new Problem(
            "row %d has %d fields, the header has %d"
                .formatted(i + 1, fields.size(), header.size()),
            file.toString(),
            "give every row as many fields as the header; quote fields that hold a separator");
      }
      var row = new LinkedHashMap<String, String>();
      for (int column = 0; column < fields.size(); column++) {
        row.put(header.get(column).strip().toLowerCase(Locale.ROOT), fields.get(column).strip());
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, String>> lines(String text, Path file) {
    var rows = new ArrayList<Map<String, String>>();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> rows.add(row(json(line, file), file)));
    return rows;
  }

  private static List<Map<String, String>> objects(JsonNode array, Path file) {
    if (!array.isArray()) {
      throw broken(file, "it is no array of objects");
    }
    var rows = new ArrayList<Map<String, String>>();
    array.forEach(each -> rows.add(row(each, file)));
    return rows;
  }

  private static Map<String, String> row(JsonNode object, Path file) {
    if (!object.isObject()) {
      throw broken(file, "an entry is no object");
    }
    var row = new LinkedHashMap<String, String>();
    object
        .properties()
        .forEach(
            each -> row.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue().asString("")));
    return row;
  }

  private static JsonNode json(String text, Path file) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException failure) {
      Problem problem = broken(file, failure.getOriginalMessage());
      problem.initCause(failure);
      throw problem;
    }
  }

  private static Problem broken(Path file, String why) {
    return new Problem(
        "the list is not as expected: " + why,
        file.toString(),
        "write an array of objects with \"path\" and \"label\"");
  }
}
