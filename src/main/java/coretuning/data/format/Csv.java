package coretuning.data.format;

import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Comma- or tab-separated values as RFC 4180 has them: fields may stand in double quotes, in which
/// separators and line ends are text and a doubled quote is one.
final class Csv {
  private final String text;
  private final char separator;
  private int at;

  private Csv(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /// All records with at least one character; a byte order mark is passed over.
  ///
  /// @throws Problem if a quote is never closed
  static List<List<String>> records(String text, char separator, Path file) {
    var csv = new Csv(text.startsWith("\ufeff") ? text.substring(1) : text, separator);
    var records = new ArrayList<List<String>>();
    while (csv.at < csv.text.length()) {
      List<String> record = csv.record(file);
      if (record.size() > 1 || !record.getFirst().isEmpty()) {
        records.add(record);
      }
    }
    return records;
  }

  private List<String> record(Path file) {
    var fields = new ArrayList<String>();
    fields.add(field(file));
    while (at < text.length() && text.charAt(at) == separator) {
      at++;
      fields.add(field(file));
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return fields;
  }

  private String field(Path file) {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted(file);
    }
    int begin = at;
    while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, at);
  }

  private static boolean isLineEnd(char next) {
    return next == '\n' || next == '\r';
  }

  private String quoted(Path file) {
    var field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next != '"') {
        field.append(next);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return field.toString();
      }
    }
    throw new Problem(
        "a quotation mark is never closed",
        file.toString(),
        "close it, or double it inside a field");
  }
}
