package coretuning.ui;

import coretuning.figure.Figure;
import coretuning.result.Problem;
import coretuning.ui.settings.Theme;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// The dialog that writes a figure to a PNG file.
final class ExportController {
  private final ExportForm form = new ExportForm();
  private final Figure figure;
  private final String suggestion;
  private final FileChoice files;
  private final Messages messages;
  private final Consumer<Path> written;

  @FXML private TextField width;
  @FXML private TextField height;
  @FXML private TextField dpi;
  @FXML private TextField path;
  @FXML private ComboBox<Theme> colours;
  @FXML private Label message;

  /// @param suggestion name of the file to begin with
  /// @param written gets the file once it is there
  ExportController(
      Figure figure,
      String suggestion,
      FileChoice files,
      Messages messages,
      Consumer<Path> written) {
    this.figure = figure;
    this.suggestion = suggestion;
    this.files = files;
    this.messages = messages;
    this.written = written;
  }

  @FXML
  private void initialize() {
    width.textProperty().bindBidirectional(form.width);
    height.textProperty().bindBidirectional(form.height);
    dpi.textProperty().bindBidirectional(form.dpi);
    path.textProperty().bindBidirectional(form.path);
    colours.getItems().setAll(Theme.values());
    colours.setConverter(messages.texts("theme."));
    colours.valueProperty().bindBidirectional(form.colours);
    message.managedProperty().bind(message.visibleProperty());
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
  }

  @FXML
  private void browse() {
    files
        .save(messages.text("export.title"), Optional.empty(), suggestion)
        .ifPresent(chosen -> path.setText(chosen.toString()));
  }

  /// Writes the file.
  ///
  /// @return whether it is there; if not, the dialog says why
  boolean write() {
    try {
      written.accept(form.write(figure));
      return true;
    } catch (IllegalArgumentException wrong) {
      message.setText(String.valueOf(wrong.getMessage()));
    } catch (Problem refused) {
      message.setText(refused.what() + " – " + refused.remedy());
    }
    return false;
  }
}
