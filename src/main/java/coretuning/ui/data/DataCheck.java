package coretuning.ui.data;

import coretuning.job.DataSets;
import coretuning.result.DataFinding;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import coretuning.ui.support.Inquiry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One examination of a data set: how far it is, its report, and which findings are on display.
public final class DataCheck {
  private final Question question;
  private final Inquiry<DataReport> inquiry;
  private final ObjectProperty<Optional<Kind>> kind =
      new SimpleObjectProperty<>(this, "kind", Optional.empty());
  private final ObservableList<DataFinding> shown = FXCollections.observableArrayList();

  /// What is examined.
  ///
  /// @param batchSize of the run to come, to tell which classes are too small
  public record Question(Path path, DataFormat format, SampleChoice choice, int batchSize) {}

  /// @param inquiry carries the answer
  public DataCheck(Question question, Inquiry<DataReport> inquiry) {
    this.question = question;
    this.inquiry = inquiry;
    kind.subscribe(chosen -> refresh());
    inquiry.stateProperty().subscribe(state -> refresh());
  }

  Question question() {
    return question;
  }

  Inquiry<DataReport> inquiry() {
    return inquiry;
  }

  /// Looks into every image.
  void start() {
    inquiry.ask((control, progress) ->
        Optional.of(
            DataSets.examine(
                question.path(),
                question.format(),
                question.choice(),
                question.batchSize(),
                control,
                progress::at)));
  }

  private void refresh() {
    shown.setAll(
        inquiry.answer().map(DataReport::findings).orElse(List.of()).stream()
            .filter(each -> kind.get().isEmpty() || kind.get().get() == each.kind())
            .toList());
  }

  /// The kind that alone is on display; empty for all.
  ObjectProperty<Optional<Kind>> kindProperty() {
    return kind;
  }

  /// What there is to choose among: all, then each kind that was found.
  List<Optional<Kind>> kinds() {
    var kinds = new ArrayList<Optional<Kind>>();
    kinds.add(Optional.empty());
    inquiry
        .answer()
        .ifPresent(
            report -> report.counts().keySet().forEach(each -> kinds.add(Optional.of(each))));
    return kinds;
  }

  /// How many findings of a kind there are, or of all.
  int count(Optional<Kind> of) {
    return inquiry.answer().stream()
        .flatMap(report -> report.counts().entrySet().stream())
        .filter(each -> of.isEmpty() || of.get() == each.getKey())
        .mapToInt(each -> each.getValue())
        .sum();
  }

  /// Findings on display.
  ObservableList<DataFinding> shown() {
    return shown;
  }

  /// Whether a class has fewer training images than its even share of a batch, or than a pair.
  boolean isSmall(DataReport.ClassCount each) {
    return inquiry.answer().stream()
        .flatMap(report -> report.findings().stream())
        .anyMatch(found -> found.kind() == Kind.SMALL_CLASS && found.file().equals(each.name()));
  }
}
