package coretuning.ui.data;

import coretuning.result.CheckpointReport;
import coretuning.spec.Architecture;
import coretuning.ui.support.Inquiry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One examination of a file of weights, and which of its tensors are on display.
public final class CheckpointCheck {
  private final Path file;
  private final Inquiry<CheckpointReport> inquiry;
  private final BiFunction<Path, Optional<Architecture>, CheckpointReport> examine;
  private final ObjectProperty<Filter> filter =
      new SimpleObjectProperty<>(this, "filter", new Filter.All());
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObservableList<TensorRow> shown = FXCollections.observableArrayList();
  private List<TensorRow> rows = List.of();

  /// Which tensors are on display.
  sealed interface Filter {
    /// Every one.
    record All() implements Filter {}

    /// Those of one fate.
    record Of(TensorRow.Fate fate) implements Filter {}

    /// Those with NaN or infinite values.
    record NotFinite() implements Filter {}
  }

  /// @param examine see [coretuning.job.Checkpoints#examine]; called beside the JavaFX thread
  public CheckpointCheck(
      Path file,
      Inquiry<CheckpointReport> inquiry,
      BiFunction<Path, Optional<Architecture>, CheckpointReport> examine) {
    this.file = file;
    this.inquiry = inquiry;
    this.examine = examine;
    filter.subscribe(chosen -> refresh());
    text.subscribe(typed -> refresh());
    inquiry
        .stateProperty()
        .subscribe(state -> {
          rows = inquiry.answer().map(TensorRow::of).orElse(List.of());
          refresh();
        });
  }

  Inquiry<CheckpointReport> inquiry() {
    return inquiry;
  }

  /// Reads every tensor.
  ///
  /// @param architecture compared with; the best fitting one if empty
  void start(Optional<Architecture> architecture) {
    inquiry.ask((control, progress) -> Optional.of(examine.apply(file, architecture)));
  }

  private void refresh() {
    shown.setAll(
        rows.stream()
            .filter(each -> isIn(filter.get(), each))
            .filter(each -> each.contains(text.get().strip()))
            .toList());
  }

  private static boolean isIn(Filter filter, TensorRow row) {
    return switch (filter) {
      case Filter.All all -> true;
      case Filter.Of of -> row.fate() == of.fate();
      case Filter.NotFinite broken -> row.isBroken();
    };
  }

  ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /// Occurs in the names on display.
  StringProperty textProperty() {
    return text;
  }

  /// What there is to choose among: all, then each fate that occurs, then broken values.
  List<Filter> filters() {
    var filters = new ArrayList<Filter>();
    filters.add(new Filter.All());
    for (TensorRow.Fate each : TensorRow.Fate.values()) {
      if (count(new Filter.Of(each)) > 0) {
        filters.add(new Filter.Of(each));
      }
    }
    if (count(new Filter.NotFinite()) > 0) {
      filters.add(new Filter.NotFinite());
    }
    return filters;
  }

  /// How many tensors a filter lets through.
  int count(Filter of) {
    return (int) rows.stream().filter(each -> isIn(of, each)).count();
  }

  /// Tensors on display.
  ObservableList<TensorRow> shown() {
    return shown;
  }
}
