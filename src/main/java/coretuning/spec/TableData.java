package coretuning.spec;

import java.util.Optional;

/// One column of a table: a data set and how it is judged.
///
/// @param name unique within its table
/// @param data its subset rate is replaced by those of the table
/// @param backbone the data set's own; empty takes the table's
/// @param train the data set's own; empty takes the table's
public record TableData(
    String name,
    DataSpec data,
    Metric metric,
    Optional<BackboneSpec> backbone,
    Optional<TrainSpec> train) {
  public TableData {
    Require.text("name of the data set", name);
  }

  /// A data set on the table's backbone, with its training.
  public TableData(String name, DataSpec data, Metric metric) {
    this(name, data, metric, Optional.empty(), Optional.empty());
  }
}
