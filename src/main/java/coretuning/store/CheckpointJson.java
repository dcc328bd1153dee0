package coretuning.store;

import coretuning.result.CheckpointReport;

/// The checkpoint doctor's report for other programs.
public final class CheckpointJson {
  private CheckpointJson() {}

  /// The whole report; its fields have the record's names, numbers that are not finite are texts.
  public static String of(CheckpointReport report) {
    return Json.COMPACT.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
