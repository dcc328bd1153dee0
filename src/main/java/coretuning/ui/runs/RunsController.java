package coretuning.ui.runs;

import coretuning.result.RunSummary;
import coretuning.spec.RunSpec;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RememberedSizes;
import coretuning.ui.support.StatusLine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Runs".
public final class RunsController {

  /// What the view leads to.
  ///
  /// @param shown is called when stored runs have come on display
  /// @param edit gets what a run was asked, with its id, to be changed and asked again
  public record Ways(Runnable shown, BiConsumer<String, RunSpec> edit) {}

  private final RunsModel model;
  private final RunBin bin;
  private final JobDesk desk;
  private final StatusLine status;
  private final Messages messages;
  private final RememberedSizes sizes;
  private final Ways ways;
  private final DifferenceGrid differences;
  private final RemarksPane remarks;
  private boolean isInstalling;
  private boolean isLeaving;

  @FXML private VBox root;
  @FXML private TableView<RunSummary> table;
  @FXML private TextField filter;
  @FXML private Label count;
  @FXML private Button open;
  @FXML private Button compare;
  @FXML private Button resume;
  @FXML private Button duplicate;
  @FXML private Button delete;
  @FXML private StackPane details;

  /// What the view works with.
  ///
  /// @param status gets what was done
  /// @param sizes remembers the columns
  public record Tools(JobDesk desk, StatusLine status, Messages messages, RememberedSizes sizes) {}

  public RunsController(RunsModel model, RunBin bin, RunRemarks noting, Tools tools, Ways ways) {
    this.model = model;
    this.bin = bin;
    this.ways = ways;
    desk = tools.desk();
    status = tools.status();
    messages = tools.messages();
    sizes = tools.sizes();
    differences = new DifferenceGrid(messages, () -> status.say(messages.text("runs.copied")));
    remarks =
        new RemarksPane(
            messages,
            model::tags,
            (run, typed) -> {
              if (isLeaving) {
                noting.keepNow(run, typed);
              } else {
                noting.keep(run, typed, model::refresh);
              }
            });
  }

  @FXML
  private void initialize() {
    var sorted = new SortedList<>(model.found());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setPlaceholder(new EmptyRuns(model.runs(), messages));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    RunColumns.addTo(table, messages);
    sizes.table("runs", table);
    root.getChildren()
        .add(root.getChildren().indexOf(table), new UndoBar(bin, messages, model::refresh));
    details.managedProperty().bind(details.visibleProperty());
    details.setVisible(false);
    filter.textProperty().subscribe(model::filter);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.text("runs.count", model.found().size(), model.runs().size()),
                model.found(),
                model.runs()));
    table.setRowFactory(view -> row());
    table.setContextMenu(menu());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    model.setInstall(this::install);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunSummary>) change -> chose());
    desk.stateProperty()
        .subscribe(state -> {
          allow();
          model.refresh();
        });
  }

  /// Replaces the list; the same runs stay chosen.
  private void install(List<RunSummary> list) {
    Set<String> ids = new HashSet<>(chosen().stream().map(RunSummary::id).toList());
    isInstalling = true;
    model.runs().setAll(list);
    table.getSelectionModel().clearSelection();
    table.getItems().stream()
        .filter(run -> ids.contains(run.id()))
        .forEach(table.getSelectionModel()::select);
    isInstalling = false;
    chose();
  }

  private TableRow<RunSummary> row() {
    var row = new TableRow<RunSummary>();
    row.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY
          && click.getClickCount() == 2
          && !row.isEmpty()) {
        open();
      }
    });
    return row;
  }

  /// The same as the buttons, at the pointer.
  private ContextMenu menu() {
    var menu = new ContextMenu();
    for (Button each : List.of(open, compare, resume, duplicate, delete)) {
      var item = new MenuItem(each.getText());
      item.disableProperty().bind(each.disableProperty());
      item.setOnAction(chosen -> each.fire());
      menu.getItems().add(item);
    }
    return menu;
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE && !delete.isDisabled()) {
      event.consume();
      delete();
    } else if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      open();
    }
  }

  /// Oldest first, as if they had just run one after the other.
  private List<RunSummary> chosen() {
    return table.getSelectionModel().getSelectedItems().stream()
        .sorted(Comparator.comparing(RunSummary::startedAt).thenComparing(RunSummary::id))
        .toList();
  }

  private void chose() {
    if (isInstalling) {
      return;
    }
    allow();
    List<RunSummary> chosen = chosen();
    if (chosen.size() == 1) {
      remarks.show(chosen.getFirst());
      showDetails(remarks);
    } else {
      remarks.clear();
      details.setVisible(false);
    }
    if (chosen.size() > 1) {
      model.compareSpecs(
          chosen,
          found -> {
            if (chosen.equals(chosen())) {
              differences.show(found);
              showDetails(differences);
            }
          });
    }
  }

  /// Below the table: remarks on the chosen run, or in what the chosen runs differ.
  private void showDetails(Node content) {
    // Putting a field where it is already would take the cursor out of it.
    if (!details.getChildren().equals(List.of(content))) {
      details.getChildren().setAll(content);
    }
    details.setVisible(true);
  }

  private void allow() {
    List<RunSummary> chosen = chosen();
    boolean canOpen = model.canOpen(chosen);
    open.setDisable(!canOpen || chosen.size() != 1);
    compare.setDisable(!canOpen || chosen.size() < 2);
    resume.setDisable(!model.canResume(chosen));
    duplicate.setDisable(chosen.size() != 1);
    delete.setDisable(chosen.isEmpty());
  }

  /// Keeps what was typed and not yet kept, before the window closes.
  ///
  /// @throws coretuning.result.Problem if the disk refuses
  public void leave() {
    isLeaving = true;
    remarks.commit();
  }

  @FXML
  private void open() {
    List<RunSummary> chosen = chosen();
    if (model.canOpen(chosen)) {
      model.open(chosen, ways.shown());
    } else if (chosen.size() > Comparison.MOST_RUNS) {
      status.say(messages.text("runs.tooMany", Comparison.MOST_RUNS));
    }
  }

  @FXML
  private void resume() {
    model.resume(chosen().getFirst(), ways.shown());
  }

  @FXML
  private void duplicate() {
    RunSummary run = chosen().getFirst();
    model.spec(run, spec -> ways.edit().accept(run.id(), spec));
  }

  @FXML
  private void delete() {
    remarks.commit();
    bin.throwAway(chosen(), model::refresh);
  }

  @FXML
  private void refresh() {
    model.refresh();
  }
}
