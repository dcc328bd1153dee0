package coretuning.ui.table;

import coretuning.spec.Ablation;
import coretuning.spec.DataSpec;
import coretuning.spec.Experiment;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.Metric;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import coretuning.spec.VariantText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the view describes: a [TableSpec], or why it is none yet. Backbone, training and the
/// settings of the method chosen there are those of the window's form.
public final class TableForm {
  final StringProperty title = new SimpleStringProperty(this, "title", "Comparison");
  final StringProperty seeds = new SimpleStringProperty(this, "seeds", "1, 2, 3");
  final StringProperty rates = new SimpleStringProperty(this, "rates", "");
  final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(this, "metric", Metric.TOP1);
  final ObservableList<VariantChoice> variants =
      FXCollections.observableArrayList(each -> new Observable[] {each.chosenProperty()});
  final ObservableList<TableData> data = FXCollections.observableArrayList();
  private final ReadOnlyObjectProperty<Optional<Experiment>> experiment;
  private final ReadOnlyObjectWrapper<Optional<TableSpec>> table =
      new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /// @param experiment what the window's form describes; empty while it is wrong
  public TableForm(ReadOnlyObjectProperty<Optional<Experiment>> experiment) {
    this.experiment = experiment;
    for (MethodName method : MethodName.values()) {
      boolean isUsual = method == MethodName.CE_TUNING || method == MethodName.CORE_TUNING;
      variants.add(new VariantChoice(Variant.of(method.defaults()), isUsual));
    }
    for (Ablation ablation : Ablation.values()) {
      ablation.variants(MethodSpec.CoreTuning.defaults()).stream()
          .filter(each -> !has(each.title()))
          .forEach(each -> variants.add(new VariantChoice(each, false)));
    }
    InvalidationListener changed = any -> check();
    Stream.of(title, seeds, rates, metric, variants, data, experiment)
        .forEach(each -> each.addListener(changed));
    check();
  }

  private boolean has(String wanted) {
    return variants.stream().anyMatch(each -> each.variant().title().equals(wanted));
  }

  /// Adds a chosen row, e.g. `eta 1=core-tuning:eta=1`; if the text is none, or its title is taken,
  /// the message says so.
  ///
  /// @return whether it was added
  boolean add(String text) {
    try {
      Variant read = VariantText.read(text, this::settings);
      if (has(read.title())) {
        throw new IllegalArgumentException("there is a row " + read.title() + " already");
      }
      return variants.add(new VariantChoice(read, true));
    } catch (IllegalArgumentException refused) {
      message.set(String.valueOf(refused.getMessage()));
      return false;
    }
  }

  /// Adds the data set of the window's form under its folder's name, told from others by a number.
  void addData() {
    experiment.get().map(Experiment::data).ifPresent(each -> data.add(column(each)));
  }

  private TableData column(DataSpec spec) {
    String folder = String.valueOf(Path.of(spec.root()).getFileName());
    String name = folder;
    for (int i = 2; isTaken(name); i++) {
      name = folder + " " + i;
    }
    return new TableData(name, spec, metric.get());
  }

  private boolean isTaken(String name) {
    return data.stream().anyMatch(each -> each.name().equals(name));
  }

  private void check() {
    try {
      Optional<Experiment> base = experiment.get();
      table.set(base.map(this::build));
      message.set(base.isPresent() ? "" : "the form at the left needs your attention");
    } catch (IllegalArgumentException refused) {
      table.set(Optional.empty());
      message.set(String.valueOf(refused.getMessage()));
    }
  }

  private TableSpec build(Experiment base) {
    List<Variant> rows =
        variants.stream()
            .filter(each -> each.chosenProperty().get())
            .map(each -> withSettings(each.variant()))
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("choose at least one row");
    }
    List<Double> typed = numbers("subset rates", rates.get(), Double::valueOf);
    return new TableSpec(
        title.get().strip(),
        base,
        rows,
        data.isEmpty() ? List.of(column(base.data())) : List.copyOf(data),
        typed.isEmpty() ? List.of(base.data().subsetRate()) : typed,
        numbers("seeds", seeds.get(), Long::valueOf),
        rows.getFirst().title());
  }

  /// The row of the method that the window's form is about has its settings.
  private Variant withSettings(Variant row) {
    MethodName method = MethodName.of(row.method());
    return row.equals(Variant.of(method.defaults())) ? Variant.of(settings(method)) : row;
  }

  private MethodSpec settings(MethodName method) {
    return experiment
        .get()
        .map(Experiment::method)
        .filter(each -> MethodName.of(each) == method)
        .orElseGet(method::defaults);
  }

  private static <T> List<T> numbers(String what, String typed, Function<String, T> parse) {
    try {
      return Arrays.stream(typed.split("[\\s,;]+"))
          .filter(word -> !word.isEmpty())
          .map(parse)
          .toList();
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          what + " must be numbers, got " + typed.strip(), notANumber);
    }
  }

  /// The described table; empty while something is wrong.
  ReadOnlyObjectProperty<Optional<TableSpec>> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /// Why there is no table, or why a row could not be added; otherwise empty.
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
