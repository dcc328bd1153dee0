package coretuning.store;

import coretuning.result.DataReport;

/// The dataset doctor's report for other programs.
public final class DataReportJson {
  private DataReportJson() {}

  /// The whole report; its fields have the record's names.
  public static String of(DataReport report) {
    return Json.COMPACT.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
