package coretuning.report;

import coretuning.file.AtomicFile;
import java.nio.file.Path;
import java.util.Locale;

/// Results in the forms that papers, notebooks, spreadsheets and terminals read.
public sealed interface Report permits ComparisonTable, ResultTable {

  /// A table for a README or a notebook.
  String markdown();

  /// A `booktabs` table for a paper.
  String latex();

  /// Aligned columns for a terminal.
  String text();

  /// Every run on its own line with every digit, for further statistics.
  String csv();

  /// Writes the form that the file's ending asks for: `.md`, `.csv`, `.tex` or `.txt`.
  ///
  /// @throws coretuning.result.Problem if the file cannot be written
  default void save(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String text =
        switch (ending) {
          case "md" -> markdown();
          case "csv" -> csv();
          case "tex" -> latex();
          case "txt" -> text();
          default ->
              throw new IllegalArgumentException(
                  "a table's file ends in .md, .csv, .tex or .txt, got " + file.getFileName());
        };
    AtomicFile.writeText(file, text);
  }
}
