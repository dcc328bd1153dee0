package coretuning.ui;

import coretuning.figure.FigureFormat;
import coretuning.result.Problem;
import coretuning.spec.ColourSet;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureLook.Ground;
import coretuning.spec.LegendPlace;
import coretuning.spec.Sheet;
import coretuning.spec.Sheet.Unit;
import coretuning.ui.plot.FigureClipboard;
import coretuning.ui.plot.FigurePreview;
import coretuning.ui.support.Background;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/// The dialog that writes a figure to a file, with a picture of what it will be.
final class ExportController {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final int LINES_SHOWN = 40;

  private final FigureWriter writer;
  private final ExportForm form;
  private final String suggestion;
  private final FileChoice files;
  private final Messages messages;

  @FXML private GridPane grid;
  @FXML private ComboBox<FigureFormat> format;
  @FXML private TextField width;
  @FXML private TextField height;
  @FXML private ComboBox<Unit> unit;
  @FXML private Label widthError;
  @FXML private Label heightError;
  @FXML private TextField dpi;
  @FXML private Label dpiError;
  @FXML private Label pixels;
  @FXML private TextField fontSize;
  @FXML private Label fontSizeError;
  @FXML private CheckBox title;
  @FXML private ComboBox<LegendPlace> legend;
  @FXML private ComboBox<Ground> ground;
  @FXML private ComboBox<ColourSet> colours;
  @FXML private TextField path;
  @FXML private Label pathError;
  @FXML private CheckBox recipe;
  @FXML private Label message;
  @FXML private StackPane previewPane;

  /// @param suggestion name of the file to begin with, without its ending
  ExportController(
      FigureWriter writer,
      ExportForm form,
      String suggestion,
      FileChoice files,
      Messages messages) {
    this.writer = writer;
    this.form = form;
    this.suggestion = suggestion;
    this.files = files;
    this.messages = messages;
  }

  @FXML
  private void initialize() {
    bind(format, FigureFormat.values(), "export.format.", form.format);
    bind(unit, Unit.values(), "export.unit.", form.unit);
    bind(legend, LegendPlace.values(), "export.legend.", form.legend);
    bind(ground, Ground.values(), "export.ground.", form.ground);
    bind(colours, ColourSet.values(), "export.colours.", form.colours);
    bind(width, widthError, form.width);
    bind(height, heightError, form.height);
    bind(dpi, dpiError, form.dpi);
    bind(fontSize, fontSizeError, form.fontSize);
    title.selectedProperty().bindBidirectional(form.title);
    path.textProperty().bindBidirectional(form.path);
    bindError(path, pathError, form.pathError);
    recipe.selectedProperty().bindBidirectional(form.recipe);
    hideWhenEmpty(message);
    showPreview();
  }

  private <T> void bind(ComboBox<T> box, T[] values, String prefix, ObjectProperty<T> value) {
    box.getItems().setAll(values);
    box.setConverter(messages.texts(prefix));
    box.valueProperty().bindBidirectional(value);
  }

  private static void bind(TextField field, Label error, TypedNumber number) {
    field.textProperty().bindBidirectional(number.text);
    bindError(field, error, number.error);
  }

  private static void bindError(TextField field, Label label, StringProperty error) {
    label.textProperty().bind(error);
    hideWhenEmpty(label);
    error.subscribe(text -> field.pseudoClassStateChanged(ERROR, !text.isEmpty()));
  }

  private static void hideWhenEmpty(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  private void showPreview() {
    var preview = new FigurePreview(writer.figure());
    var table = new TextArea();
    table.setEditable(false);
    table.getStyleClass().add("figure-table");
    previewPane.getChildren().addAll(preview, table);
    form.format.subscribe(chosen -> {
      boolean isTable = chosen == FigureFormat.CSV;
      if (isTable && table.getText().isEmpty()) {
        table.setText(beginning());
      }
      table.setVisible(isTable);
      preview.setVisible(!isTable);
    });
    Runnable refresh = () -> form.look().ifPresent(look -> refresh(preview, look));
    for (Observable each : form.lookProperties()) {
      each.addListener(changed -> refresh.run());
    }
    refresh.run();
  }

  private void refresh(FigurePreview preview, FigureLook look) {
    Sheet sheet = look.sheet();
    pixels.setText(messages.text("export.pixels", sheet.pixelWidth(), sheet.pixelHeight()));
    preview.show(look);
  }

  private String beginning() {
    var table = writer.figure().data();
    String lines = table.csv().lines().limit(LINES_SHOWN).collect(Collectors.joining("\n"));
    int more = table.rows().size() + 1 - LINES_SHOWN;
    return more > 0 ? lines + "\n" + messages.text("export.more", more) : lines;
  }

  @FXML
  private void browse() {
    files
        .save(
            messages.text("export.title"),
            Optional.empty(),
            suggestion + form.format.get().ending())
        .ifPresent(chosen -> path.setText(chosen.toString()));
  }

  /// Copies what the file would hold: the picture, or the numbers.
  void copy() {
    if (form.format.get() == FigureFormat.CSV) {
      FigureClipboard.copyTable(writer.figure());
    } else {
      form.look().ifPresent(look -> FigureClipboard.copyPicture(writer.figure(), look));
    }
  }

  /// Writes the file beside the JavaFX thread; while that lasts the dialog waits.
  ///
  /// @param written gets the file once it is there; what went wrong the dialog says
  void write(Background background, Consumer<Path> written) {
    Optional<FigureLook> look = form.look();
    Optional<Path> file = form.file();
    if (look.isEmpty() || file.isEmpty()) {
      return;
    }
    boolean wantsRecipe = form.recipe.get();
    grid.setDisable(true);
    message.setText("");
    background.run(
        () -> {
          writer.write(file.get(), look.get(), wantsRecipe);
          return file.get();
        },
        done -> {
          grid.setDisable(false);
          written.accept(done);
        },
        this::tell);
  }

  private void tell(Problem refused) {
    grid.setDisable(false);
    message.setText(refused.what() + " – " + refused.remedy());
  }
}
