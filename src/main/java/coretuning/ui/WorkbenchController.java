package coretuning.ui;

import coretuning.ui.settings.Theme;
import java.util.Arrays;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The frame of the window: menu, form at the left, tabs in the middle, status bar.
final class WorkbenchController {
  /// What the menu can ask for.
  interface Actions {
    void exportFigure();

    void openRunsFolder();

    void openRun();

    void emptyTrash();

    void quit();

    void compare();

    void pauseOrResume();

    void stop();

    void theme(Theme theme);

    void undoSelection();

    void redoSelection();

    void findCommand(MenuBar menus);

    void shortcuts();

    void about();
  }

  private final Actions actions;

  @FXML private BorderPane frame;
  @FXML private MenuBar menus;
  @FXML private StackPane left;
  @FXML private TabPane tabs;
  @FXML private Tab training;
  @FXML private Tab diagnostics;
  @FXML private Tab embeddings;
  @FXML private Tab spread;
  @FXML private Tab pairs;
  @FXML private Tab weights;
  @FXML private Tab confusion;
  @FXML private Tab runs;
  @FXML private Tab table;
  @FXML private SplitPane split;
  @FXML private Menu recent;
  @FXML private CheckMenuItem restoring;
  @FXML private Tab pretrain;
  @FXML private RadioMenuItem light;
  @FXML private RadioMenuItem dark;

  WorkbenchController(Actions actions) {
    this.actions = actions;
  }

  /// Puts the parts in their places.
  ///
  /// @param form at the left
  /// @param pretrainForm takes its place while the view of pre-training is in front
  /// @param views one for each [View]
  void place(Node form, Node pretrainForm, Map<View, ? extends Node> views, Node statusBar) {
    // One at a time: what is out of sight is not to be found by keyboard or screen reader either.
    pretrain
        .selectedProperty()
        .subscribe(isInFront -> left.getChildren().setAll(isInFront ? pretrainForm : form));
    frame.setBottom(statusBar);
    for (View each : View.values()) {
      tab(each).setContent(views.get(each));
    }
  }

  private Tab tab(View view) {
    return switch (view) {
      case TRAINING -> training;
      case DIAGNOSTICS -> diagnostics;
      case EMBEDDINGS -> embeddings;
      case SPREAD -> spread;
      case PAIRS -> pairs;
      case WEIGHTS -> weights;
      case CONFUSION -> confusion;
      case RUNS -> runs;
      case TABLE -> table;
      case PRETRAIN -> pretrain;
    };
  }

  /// The view in front.
  View front() {
    Tab selected = tabs.getSelectionModel().getSelectedItem();
    return Arrays.stream(View.values())
        .filter(each -> tab(each).equals(selected))
        .findFirst()
        .orElse(View.TRAINING);
  }

  /// Brings a view to the front.
  void bring(View view) {
    tabs.getSelectionModel().select(tab(view));
  }

  /// The pane of form and views.
  SplitPane split() {
    return split;
  }

  /// The menu of runs that were on display lately.
  Menu recent() {
    return recent;
  }

  /// Whether the user wants the next start to begin where this one ends.
  BooleanProperty restoringProperty() {
    return restoring.selectedProperty();
  }

  /// Marks the theme in use.
  void mark(Theme theme) {
    light.setSelected(theme == Theme.LIGHT);
    dark.setSelected(theme == Theme.DARK);
  }

  @FXML
  private void exportFigure() {
    actions.exportFigure();
  }

  @FXML
  private void openRunsFolder() {
    actions.openRunsFolder();
  }

  @FXML
  private void openRun() {
    actions.openRun();
  }

  @FXML
  private void emptyTrash() {
    actions.emptyTrash();
  }

  @FXML
  private void quit() {
    actions.quit();
  }

  @FXML
  private void compare() {
    actions.compare();
  }

  @FXML
  private void pauseOrResume() {
    actions.pauseOrResume();
  }

  @FXML
  private void stop() {
    actions.stop();
  }

  @FXML
  private void useLight() {
    actions.theme(Theme.LIGHT);
  }

  @FXML
  private void useDark() {
    actions.theme(Theme.DARK);
  }

  @FXML
  private void showTraining() {
    bring(View.TRAINING);
  }

  @FXML
  private void showDiagnostics() {
    bring(View.DIAGNOSTICS);
  }

  @FXML
  private void showEmbeddings() {
    bring(View.EMBEDDINGS);
  }

  @FXML
  private void showSpread() {
    bring(View.SPREAD);
  }

  @FXML
  private void showPairs() {
    bring(View.PAIRS);
  }

  @FXML
  private void showWeights() {
    bring(View.WEIGHTS);
  }

  @FXML
  private void showConfusion() {
    bring(View.CONFUSION);
  }

  @FXML
  private void showRuns() {
    bring(View.RUNS);
  }

  @FXML
  private void showTable() {
    bring(View.TABLE);
  }

  @FXML
  private void showPretrain() {
    bring(View.PRETRAIN);
  }

  @FXML
  private void undoSelection() {
    actions.undoSelection();
  }

  @FXML
  private void redoSelection() {
    actions.redoSelection();
  }

  @FXML
  private void findCommand() {
    actions.findCommand(menus);
  }

  @FXML
  private void shortcuts() {
    actions.shortcuts();
  }

  @FXML
  private void about() {
    actions.about();
  }
}
