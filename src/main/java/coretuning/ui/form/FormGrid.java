package coretuning.ui.form;

import coretuning.ui.support.FileChoice;
import coretuning.ui.support.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// Turns lines of a form into rows of a grid: name, control, and below them what is wrong.
public final class FormGrid {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
  private static final double TOOLTIP_WIDTH = 320;
  private static final double NAME_WIDTH = 140;
  private static final double PATH_NAME_WIDTH = 56;

  private final Messages messages;
  private final FileChoice files;
  private final String prefix;
  private final Map<String, Attachment> attachments;

  /// What belongs to a path's line.
  ///
  /// @param recent stands beside the field
  /// @param look stands below it
  public record Attachment(Node recent, Node look) {}

  /// Rows of the window's first form.
  ///
  /// @param attachments by the field's key
  public FormGrid(Messages messages, FileChoice files, Map<String, Attachment> attachments) {
    this(messages, files, "", attachments);
  }

  /// Rows of another form.
  ///
  /// @param prefix of the controls' ids, and of texts where a line reads otherwise in this form
  public FormGrid(Messages messages, FileChoice files, String prefix) {
    this(messages, files, prefix, Map.of());
  }

  private FormGrid(
      Messages messages, FileChoice files, String prefix, Map<String, Attachment> attachments) {
    this.messages = messages;
    this.files = files;
    this.prefix = prefix;
    this.attachments = Map.copyOf(attachments);
  }

  /// Appends a row for each field.
  public void fill(GridPane grid, List<Field> fields) {
    if (grid.getColumnConstraints().isEmpty()) {
      var names = new ColumnConstraints(NAME_WIDTH);
      var controls = new ColumnConstraints();
      controls.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().addAll(names, controls);
    }
    fields.forEach(field -> append(grid, field));
  }

  private void append(GridPane grid, Field field) {
    int row = nextRow(grid);
    var name = new Label(text(field.key(), ""));
    name.getStyleClass().add("field-name");
    Tooltip tooltip = tooltip(field.key());
    name.setTooltip(tooltip);
    switch (field) {
      case Entry<?> entry -> {
        TextField control = control(entry, tooltip);
        name.setLabelFor(control);
        Node message = message(entry.messageProperty(), field);
        if (entry.browse() == Entry.Browse.NOTHING) {
          place(grid, row, field, name, control);
        } else {
          // A path needs the whole width.
          Node wide = browsable(entry, name, control);
          grid.add(wide, 0, row, 2, 1);
          show(wide, field);
        }
        grid.add(message, 0, row + 1, 2, 1);
        Attachment attached = attachments.get(entry.key());
        if (attached != null) {
          grid.add(attached.look(), 0, row + 2, 2, 1);
        }
      }
      case Choice<?> choice -> place(grid, row, field, name, combo(choice, name, tooltip));
      case Toggle toggle -> place(grid, row, field, name, check(toggle, name, tooltip));
    }
  }

  /// Below all lines; those that are hidden for now count, too, which `getRowCount` leaves out.
  private static int nextRow(GridPane grid) {
    return 1
        + grid.getChildren().stream()
            .mapToInt(each -> Objects.requireNonNullElse(GridPane.getRowIndex(each), 0))
            .max()
            .orElse(-1);
  }

  private static void place(GridPane grid, int row, Field field, Node name, Node control) {
    grid.add(name, 0, row);
    grid.add(control, 1, row);
    show(name, field);
    show(control, field);
  }

  private static void show(Node node, Field field) {
    node.visibleProperty().bind(field.applicableProperty());
    node.managedProperty().bind(field.applicableProperty());
  }

  private TextField control(Entry<?> entry, Tooltip tooltip) {
    var control = new TextField();
    control.setId(prefix + entry.key());
    control.textProperty().bindBidirectional(entry.textProperty());
    control.setTooltip(tooltip);
    control.setMaxWidth(Double.MAX_VALUE);
    entry
        .messageProperty()
        .subscribe(message -> control.pseudoClassStateChanged(WRONG, !message.isEmpty()));
    return control;
  }

  private static Node message(ReadOnlyStringProperty text, Field field) {
    var label = new Label();
    label.getStyleClass().add("field-message");
    label.setWrapText(true);
    label.textProperty().bind(text);
    var shown = Bindings.and(text.isNotEmpty(), field.applicableProperty());
    label.visibleProperty().bind(shown);
    label.managedProperty().bind(shown);
    return label;
  }

  private Node browsable(Entry<?> entry, Label name, TextField control) {
    var button = new Button("…");
    button.setId("browse-" + prefix + entry.key());
    button.setMinWidth(Control.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(messages.text("form.browse")));
    button.setAccessibleText(messages.text("a11y.browse", name.getText()));
    button.setOnAction(pressed -> browse(entry));
    HBox.setHgrow(control, Priority.ALWAYS);
    name.setMinWidth(PATH_NAME_WIDTH);
    name.setMaxHeight(Double.MAX_VALUE);
    var box = new HBox(4, name, control, button);
    box.setFillHeight(true);
    Attachment attached = attachments.get(entry.key());
    if (attached != null) {
      box.getChildren().add(attached.recent());
    }
    return box;
  }

  private void browse(Entry<?> entry) {
    String title = text(entry.key(), "");
    Optional<Path> start = startOf(entry.textProperty().get());
    Optional<Path> chosen =
        entry.browse() == Entry.Browse.FOLDER
            ? files.folder(title, start)
            : files.open(title, start, "safetensors");
    chosen.ifPresent(path -> entry.textProperty().set(path.toString()));
  }

  private static Optional<Path> startOf(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(Path.of(typed));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private <T> Node combo(Choice<T> choice, Label name, Tooltip tooltip) {
    var control = new ComboBox<T>();
    control.setId(prefix + choice.key());
    control.getItems().setAll(choice.options());
    control.setConverter(messages.texts("choice."));
    control.valueProperty().bindBidirectional(choice.valueProperty());
    control.setTooltip(tooltip);
    control.setMaxWidth(Double.MAX_VALUE);
    name.setLabelFor(control);
    return control;
  }

  private Node check(Toggle toggle, Label name, Tooltip tooltip) {
    var control = new CheckBox();
    control.setId(prefix + toggle.key());
    control.selectedProperty().bindBidirectional(toggle.valueProperty());
    control.setTooltip(tooltip);
    name.setLabelFor(control);
    return control;
  }

  /// The form's own text of a line, or the one that all forms share.
  private String text(String key, String ending) {
    String own = "field." + prefix + key + ending;
    return messages.text(messages.has(own) ? own : "field." + key + ending);
  }

  private Tooltip tooltip(String key) {
    var tooltip = new Tooltip(text(key, ".help"));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setShowDuration(Duration.seconds(30));
    return tooltip;
  }
}
