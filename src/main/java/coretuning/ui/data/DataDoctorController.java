package coretuning.ui.data;

import coretuning.job.DataPictures;
import coretuning.report.FindingsCsv;
import coretuning.result.DataFinding;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport;
import coretuning.result.DataReport.ClassCount;
import coretuning.result.Problem;
import coretuning.ui.support.Background;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The data doctor's dialog: classes, findings with pictures, and facts of a data set.
public final class DataDoctorController {
  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small-class");

  private final DataCheck check;
  private final FileChoice files;
  private final Background background;
  private final Messages messages;
  private final PictureBook book;

  @FXML private Label summary;
  @FXML private HBox progress;
  @FXML private ProgressBar bar;
  @FXML private Label counted;
  @FXML private Tab findingsTab;
  @FXML private Tab classesTab;
  @FXML private ComboBox<Optional<Kind>> kind;
  @FXML private Label listed;
  @FXML private Button copy;
  @FXML private Button export;
  @FXML private TableView<DataFinding> findings;
  @FXML private TableView<ClassCount> classes;
  @FXML private GridPane facts;
  @FXML private Label message;

  /// @param background writes files and reads pictures
  public DataDoctorController(
      DataCheck check, FileChoice files, Background background, Messages messages) {
    this.check = check;
    this.files = files;
    this.background = background;
    this.messages = messages;
    DataCheck.Question question = check.question();
    book =
        new PictureBook(
            () -> DataPictures.open(question.path(), question.format(), question.choice()),
            2 * PictureCell.SIDE,
            background);
  }

  @FXML
  private void initialize() {
    fillFindings();
    fillClasses();
    kind.setConverter(Messages.spelled(this::named));
    progress.managedProperty().bind(progress.visibleProperty());
    message.managedProperty().bind(message.textProperty().isNotEmpty());
    check.inquiry().stateProperty().subscribe(this::show);
  }

  /// Begins to look.
  public void start() {
    check.start();
  }

  private String named(Optional<Kind> value) {
    String count = number(check.count(value));
    return value
        .map(some -> messages.text("doctor.kind", label(some), count))
        .orElseGet(() -> messages.text("doctor.kind.all", count));
  }

  private static String label(Kind kind) {
    return kind.label().substring(0, 1).toUpperCase(Locale.ROOT) + kind.label().substring(1);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private void show(Inquiry.State<DataReport> state) {
    progress.setVisible(state instanceof Inquiry.State.Asking);
    boolean answered = state instanceof Inquiry.State.Answered;
    copy.setDisable(!answered);
    export.setDisable(!answered);
    kind.setDisable(!answered);
    switch (state) {
      case Inquiry.State.Idle<DataReport> idle -> summary.setText("");
      case Inquiry.State.Asking<DataReport> asking -> show(asking);
      case Inquiry.State.Stopped<DataReport> stopped ->
          summary.setText(messages.text("look.stopped"));
      case Inquiry.State.Refused<DataReport> refused -> summary.setText(told(refused.problem()));
      case Inquiry.State.Answered<DataReport> done -> show(done.answer());
    }
  }

  private static String told(Problem problem) {
    return problem.what() + " – " + problem.remedy();
  }

  private void show(Inquiry.State.Asking<DataReport> asking) {
    summary.setText(messages.text("doctor.scanning"));
    boolean unknown = asking.all() == 0;
    bar.setProgress(
        unknown ? ProgressBar.INDETERMINATE_PROGRESS : (double) asking.done() / asking.all());
    counted.setText(
        unknown
            ? messages.text("look.asking")
            : messages.text("doctor.counted", number(asking.done()), number(asking.all())));
  }

  private void show(DataReport report) {
    summary.setText(DataFacts.summary(report, messages));
    // Before the end of the scan an empty table says nothing yet.
    findings.setPlaceholder(new Label(messages.text("doctor.findings.none")));
    classes.setPlaceholder(new Label(messages.text("doctor.classes.none")));
    kind.getItems().setAll(check.kinds());
    kind.setValue(Optional.empty());
    classes.getItems().setAll(report.classes());
    findingsTab.setText(
        messages.text("doctor.findings.count", number(check.count(Optional.empty()))));
    classesTab.setText(messages.text("doctor.classes.count", number(report.classes().size())));
    DataFacts.fill(facts, report, messages);
    showListed();
  }

  private void showListed() {
    int all = check.count(check.kindProperty().get());
    int shown = check.shown().size();
    listed.setText(shown < all ? messages.text("doctor.listed", number(shown), number(all)) : "");
  }

  @FXML
  private void filter() {
    if (kind.getValue() != null) {
      check.kindProperty().set(kind.getValue());
      showListed();
    }
  }

  private void fillFindings() {
    var sorted = new SortedList<>(check.shown());
    sorted.comparatorProperty().bind(findings.comparatorProperty());
    findings.setItems(sorted);
    findings.setPlaceholder(new Label());
    var picture = new TableColumn<DataFinding, DataFinding>(messages.text("doctor.picture"));
    picture.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    picture.setCellFactory(column -> new PictureCell(book));
    picture.setSortable(false);
    picture.setMinWidth(116);
    picture.setMaxWidth(116);
    var what = new TableColumn<DataFinding, Kind>(messages.text("doctor.what"));
    what.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().kind()));
    what.setCellFactory(column -> new KindCell<>(DataDoctorController::label));
    what.setComparator(Comparator.naturalOrder());
    what.setMinWidth(150);
    what.setMaxWidth(220);
    findings.getColumns().add(picture);
    findings.getColumns().add(what);
    findings.getColumns().add(text("doctor.file", DataFinding::file));
    findings.getColumns().add(text("doctor.detail", DataFinding::detail));
    findings.getColumns().add(text("doctor.todo", this::advice));
    findings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private String advice(DataFinding finding) {
    return messages.text("doctor.todo." + finding.kind().name());
  }

  private TableColumn<DataFinding, String> text(String key, Function<DataFinding, String> of) {
    var column = new TableColumn<DataFinding, String>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(of.apply(row.getValue())));
    column.setCellFactory(made -> new WrappedCell<>());
    return column;
  }

  private void fillClasses() {
    classes.setPlaceholder(new Label());
    var name = new TableColumn<ClassCount, String>(messages.text("doctor.class"));
    name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
    classes.getColumns().add(name);
    classes.getColumns().add(count("doctor.train", ClassCount::train));
    classes.getColumns().add(count("doctor.validation", ClassCount::validation));
    classes.getColumns().add(count("doctor.test", ClassCount::test));
    var note = new TableColumn<ClassCount, String>(messages.text("doctor.note"));
    note.setCellValueFactory(row ->
        new ReadOnlyStringWrapper(
            check.isSmall(row.getValue())
                ? messages.text("doctor.few", check.question().batchSize())
                : ""));
    note.setCellFactory(column ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? "" : item);
            pseudoClassStateChanged(SMALL, !empty && item != null && !item.isEmpty());
          }
        });
    classes.getColumns().add(note);
    classes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private TableColumn<ClassCount, Integer> count(String key, Function<ClassCount, Integer> of) {
    var column = new TableColumn<ClassCount, Integer>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue())));
    column.getStyleClass().add("number-column");
    return column;
  }

  @FXML
  private void stop() {
    check.inquiry().stop();
  }

  /// Copies the findings on display as comma-separated values.
  @FXML
  private void copyFindings() {
    var content = new ClipboardContent();
    content.putString(FindingsCsv.text(findings.getItems()));
    Clipboard.getSystemClipboard().setContent(content);
    message.setText(messages.text("doctor.copied", number(findings.getItems().size())));
  }

  /// Writes all findings, as `inspect --csv` does.
  @FXML
  private void exportFindings() {
    check
        .inquiry()
        .answer()
        .ifPresent(report ->
            files
                .save(messages.text("doctor.export.title"), Optional.empty(), "findings.csv")
                .ifPresent(target ->
                    background.run(
                        () -> {
                          FindingsCsv.write(target, report.findings());
                          return target;
                        },
                        done -> message.setText(messages.text("doctor.written", done)),
                        refused -> message.setText(told(refused)))));
  }

  /// Ends the scan and lets go of the data set.
  public void close() {
    check.inquiry().clear();
    book.close();
  }

  /// Shows a long text whole when the pointer rests on it.
  static final class WrappedCell<R> extends TableCell<R, String> {
    private final Label label = new Label();

    WrappedCell() {
      label.setWrapText(true);
      label.maxWidthProperty().bind(widthProperty().subtract(16));
      setGraphic(label);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      label.setText(empty || item == null ? "" : item);
      setTooltip(label.getText().isEmpty() ? null : new Tooltip(label.getText()));
    }
  }
}
