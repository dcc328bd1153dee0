package coretuning.ui.runs;

import coretuning.result.Problem;
import coretuning.result.Remarks;
import coretuning.result.RunSummary;
import coretuning.ui.support.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.controlsfx.control.textfield.TextFields;

/// Tags and notes of one run, to be read and edited. What was typed is kept as soon as the cursor
/// leaves the field, another run is chosen, or Enter is pressed in the tags.
final class RemarksPane extends GridPane {
  private static final double NAME_WIDTH = 64;
  private static final int NOTE_ROWS = 3;

  private final Messages messages;
  private final BiConsumer<RunSummary, Remarks> keep;
  private final Label heading = new Label();
  private final TextField tags = new TextField();
  private final TextArea notes = new TextArea();
  private final Label damage = new Label();
  private Optional<RunSummary> shown = Optional.empty();

  /// @param known tags in use, for completion
  /// @param keep gets what was typed, if it is something new
  RemarksPane(
      Messages messages, Supplier<List<String>> known, BiConsumer<RunSummary, Remarks> keep) {
    this.messages = messages;
    this.keep = keep;
    getStyleClass().addAll("figure-card", "remarks");
    heading.getStyleClass().add("strong");
    tags.setId("run-tags");
    tags.setPromptText(messages.text("runs.tagsHint"));
    tags.setOnAction(entered -> commit());
    tags.focusedProperty().subscribe(this::commitUnless);
    TextFields.bindAutoCompletion(
        tags, request -> TagCompletion.of(request.getUserText(), known.get()));
    notes.setId("run-notes");
    notes.setPromptText(messages.text("runs.notesHint"));
    notes.setPrefRowCount(NOTE_ROWS);
    notes.setWrapText(true);
    notes.focusedProperty().subscribe(this::commitUnless);
    damage.getStyleClass().add("wrong");
    damage.setWrapText(true);
    damage.managedProperty().bind(damage.visibleProperty());
    var names = new ColumnConstraints();
    names.setMinWidth(NAME_WIDTH);
    var fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, fields);
    add(heading, 0, 0, 2, 1);
    add(damage, 0, 1, 2, 1);
    addRow(2, name("runs.tags", tags), tags);
    addRow(3, name("runs.notes", notes), notes);
  }

  private Label name(String key, javafx.scene.Node field) {
    var label = new Label(messages.text(key));
    label.setLabelFor(field);
    return label;
  }

  private void commitUnless(boolean isFocused) {
    if (!isFocused) {
      commit();
    }
  }

  /// Shows a run; what was typed for the last one is kept first. What is being typed for the same
  /// run stays.
  void show(RunSummary run) {
    boolean isSame = shown.filter(before -> before.id().equals(run.id())).isPresent();
    if (isSame && isChanged()) {
      return;
    }
    commit();
    shown = Optional.of(run);
    heading.setText(run.id());
    tags.setText(String.join(", ", run.remarks().tags()));
    notes.setText(run.remarks().notes());
    Optional<Problem> damaged = run.more().damage();
    damage.setText(damaged.map(Problem::getMessage).orElse(""));
    damage.setVisible(damaged.isPresent());
    // Damaged remarks must not be replaced unseen.
    tags.setDisable(damaged.isPresent());
    notes.setDisable(damaged.isPresent());
  }

  /// Shows no run; what was typed is kept first.
  void clear() {
    commit();
    shown = Optional.empty();
  }

  private Remarks typed() {
    return new Remarks(Remarks.tags(tags.getText()), notes.getText());
  }

  private boolean isChanged() {
    return shown.filter(run -> !run.remarks().equals(typed())).isPresent();
  }

  /// Keeps what was typed, if it is something new.
  void commit() {
    if (isChanged()) {
      RunSummary run = shown.orElseThrow();
      Remarks remarks = typed();
      // From now on this is what the run has: leaving the field as well is no second change.
      shown =
          Optional.of(
              run.with(
                  new RunSummary.More(
                      run.more().isPretraining(),
                      run.more().probe(),
                      remarks,
                      run.more().damage())));
      keep.accept(run, remarks);
    }
  }
}
