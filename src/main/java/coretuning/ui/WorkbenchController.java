package coretuning.ui;

import coretuning.ui.settings.Theme;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.RadioMenuItem;
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

    void quit();

    void compare();

    void pauseOrResume();

    void stop();

    void theme(Theme theme);

    void shortcuts();

    void about();
  }

  private final Actions actions;

  @FXML private BorderPane frame;
  @FXML private StackPane left;
  @FXML private TabPane tabs;
  @FXML private Tab training;
  @FXML private Tab diagnostics;
  @FXML private Tab embeddings;
  @FXML private Tab pairs;
  @FXML private Tab weights;
  @FXML private Tab confusion;
  @FXML private Tab runs;
  @FXML private Tab table;
  @FXML private RadioMenuItem light;
  @FXML private RadioMenuItem dark;

  WorkbenchController(Actions actions) {
    this.actions = actions;
  }

  /// Puts the parts in their places.
  ///
  /// @param views training, diagnostics, embeddings, pairs, weights, confusion, runs, table
  void place(Node form, List<? extends Node> views, Node statusBar) {
    left.getChildren().setAll(form);
    frame.setBottom(statusBar);
    List<Tab> all = all();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).setContent(views.get(i));
    }
  }

  private List<Tab> all() {
    return List.of(training, diagnostics, embeddings, pairs, weights, confusion, runs, table);
  }

  /// Position of the tab in front, as in [#place].
  int front() {
    return tabs.getSelectionModel().getSelectedIndex();
  }

  /// Brings a tab to the front.
  void bring(int position) {
    tabs.getSelectionModel().select(position);
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
    bring(0);
  }

  @FXML
  private void showDiagnostics() {
    bring(1);
  }

  @FXML
  private void showEmbeddings() {
    bring(2);
  }

  @FXML
  private void showPairs() {
    bring(3);
  }

  @FXML
  private void showWeights() {
    bring(4);
  }

  @FXML
  private void showConfusion() {
    bring(5);
  }

  @FXML
  private void showRuns() {
    bring(6);
  }

  @FXML
  private void showTable() {
    bring(7);
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
