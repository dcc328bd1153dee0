package coretuning.report;

import coretuning.file.AtomicFile;
import coretuning.result.DataFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The dataset doctor's findings as comma-separated values.
public final class FindingsCsv {
  private FindingsCsv() {}

  /// The rows as text: severity, kind, file, detail.
  public static String text(List<DataFinding> findings) {
    var text = new StringBuilder("severity,kind,file,detail\n");
    for (DataFinding each : findings) {
      text.append(each.kind().severity().name().toLowerCase(Locale.ROOT))
          .append(',')
          .append(CsvText.quote(each.kind().label()))
          .append(',')
          .append(CsvText.quote(each.file()))
          .append(',')
          .append(CsvText.quote(each.detail()))
          .append('\n');
    }
    return text.toString();
  }

  /// Writes one row a finding: severity, kind, file, detail.
  ///
  /// @throws coretuning.result.Problem if the file cannot be written
  public static void write(Path file, List<DataFinding> findings) {
    AtomicFile.writeText(file, text(findings));
  }
}
