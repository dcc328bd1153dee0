package coretuning.ui;

import coretuning.job.Doctor;
import coretuning.ui.data.CheckpointController;
import coretuning.ui.data.DataDoctorController;
import coretuning.ui.data.PreviewController;
import coretuning.ui.support.Background;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RememberedSizes;
import coretuning.ui.support.ViewLoader;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.GridPane;
import javafx.stage.Modality;
import javafx.stage.Window;

/// The few dialogs of the window. All belong to it and leave its look to the theme.
final class Dialogs {
  private static final double TEXT_WIDTH = 420;

  private final Window owner;
  private final ViewLoader loader;
  private final Messages messages;
  private final RememberedSizes sizes;

  Dialogs(Window owner, ViewLoader loader, Messages messages, RememberedSizes sizes) {
    this.owner = owner;
    this.loader = loader;
    this.messages = messages;
    this.sizes = sizes;
  }

  /// Says what the program is, in which version.
  void about() {
    var text = new Label(messages.text("about.text", Doctor.program()));
    text.setWrapText(true);
    text.setPrefWidth(TEXT_WIDTH);
    tell("about.title", text);
  }

  /// Lists the keys: those of the window, and those of the maps.
  void shortcuts() {
    var grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    addKeys(grid, "shortcuts.window", "shortcuts.text");
    addKeys(grid, "shortcuts.maps", "shortcuts.maps.text");
    tell("shortcuts.title", grid);
  }

  /// Adds lines of a text, a tab between key and meaning.
  private void addKeys(GridPane grid, String heading, String text) {
    var title = new Label(messages.text(heading));
    title.getStyleClass().add("card-title");
    grid.add(title, 0, grid.getRowCount(), 2, 1);
    messages
        .text(text)
        .lines()
        .map(line -> line.split("\t", 2))
        .forEach(line -> {
          var keys = new Label(line[0]);
          keys.getStyleClass().add("strong");
          grid.addRow(grid.getRowCount(), keys, new Label(line[1]));
        });
  }

  /// Finds a command of the menus by its name.
  void findCommand(MenuBar menus) {
    var dialog = new Dialog<ButtonType>();
    var finder = new CommandFinder(menus, messages.text("find.prompt"), dialog::close);
    prepare(dialog, messages.text("find.title"), finder);
    resizable("find", dialog);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    dialog.setOnShown(shown -> finder.focusQuery());
    dialog.show();
  }

  private void tell(String title, Node content) {
    Dialog<ButtonType> dialog = dialog(messages.text(title), content);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    dialog.show();
  }

  /// Asks a question.
  ///
  /// @param consent text of the button that says yes
  /// @return whether the user said yes
  boolean confirm(String question, String consent) {
    return confirmText(messages.text(question), consent);
  }

  /// Asks a question that holds more than a text of the bundle.
  ///
  /// @param question ready to be read
  /// @param consent key of the text of the button that says yes
  boolean confirmText(String question, String consent) {
    var yes = new ButtonType(messages.text(consent), ButtonBar.ButtonData.OK_DONE);
    var alert = new Alert(Alert.AlertType.CONFIRMATION, question, yes, ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setHeaderText(null);
    alert.setGraphic(null);
    return alert.showAndWait().filter(yes::equals).isPresent();
  }

  /// Offers to write a figure to a file; the dialog stays until it is written or given up.
  ///
  /// @param written gets the file once it is there
  void export(ExportController controller, Consumer<Path> written) {
    Dialog<ButtonType> dialog =
        dialog(messages.text("export.title"), loader.load("export", controller, Parent.class));
    var write = new ButtonType(messages.text("export.write"), ButtonBar.ButtonData.OK_DONE);
    var copy = new ButtonType(messages.text("export.copy"), ButtonBar.ButtonData.LEFT);
    dialog.getDialogPane().getButtonTypes().setAll(copy, write, ButtonType.CANCEL);
    resizable("export", dialog);
    Background background = Background.ofWindow();
    onPress(dialog, copy, controller::copy);
    onPress(
        dialog,
        write,
        () ->
            controller.write(
                background,
                file -> {
                  dialog.close();
                  written.accept(file);
                }));
    dialog.show();
  }

  /// Looks into a data set; the scan ends with the dialog.
  void checkData(DataDoctorController controller) {
    Dialog<ButtonType> dialog =
        large(messages.text("doctor.title"), loader.load("datadoctor", controller, Parent.class));
    dialog.setOnHidden(closed -> controller.close());
    dialog.show();
    controller.start();
  }

  /// Looks into a file of weights.
  void checkWeights(CheckpointController controller) {
    Dialog<ButtonType> dialog =
        large(messages.text("weights.title"), loader.load("checkpoint", controller, Parent.class));
    dialog.setOnHidden(closed -> controller.close());
    dialog.show();
    controller.start();
  }

  /// Shows what training would see; stays beside the form, whose changes it follows.
  void preview(PreviewController controller) {
    Dialog<ButtonType> dialog =
        large(messages.text("preview.title"), loader.load("preview", controller, Parent.class));
    dialog.initModality(Modality.NONE);
    dialog.setOnHidden(closed -> controller.close());
    dialog.show();
  }

  /// A dialog to read in, nearly as large as the window can be at least.
  private Dialog<ButtonType> large(String title, Parent content) {
    Dialog<ButtonType> dialog = dialog(title, content);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    dialog.getDialogPane().getStyleClass().add("large");
    dialog.setResizable(true);
    return dialog;
  }

  /// Does something instead of closing the dialog.
  private static void onPress(Dialog<ButtonType> dialog, ButtonType button, Runnable action) {
    dialog
        .getDialogPane()
        .lookupButton(button)
        .addEventFilter(
            ActionEvent.ACTION,
            pressed -> {
              pressed.consume();
              action.run();
            });
  }

  private void resizable(String name, Dialog<ButtonType> dialog) {
    dialog.setResizable(true);
    sizes.dialog(name, dialog.getDialogPane());
  }

  private Dialog<ButtonType> dialog(String title, Node content) {
    var dialog = new Dialog<ButtonType>();
    prepare(dialog, title, content);
    return dialog;
  }

  private void prepare(Dialog<ButtonType> dialog, String title, Node content) {
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStylesheets().add(ViewLoader.stylesheet());
  }
}
