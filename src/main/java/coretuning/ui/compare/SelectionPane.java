package coretuning.ui.compare;

import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RunNames;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.SampleSelection;
import coretuning.ui.support.SelectedSamples;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Below the maps: the selected samples as images, and the one in focus as each run sees it.
final class SelectionPane extends VBox {
  private final Comparison comparison;
  private final SampleSelection selection;
  private final SampleImages images;
  private final Messages messages;
  private final Background background;
  private final StatusLine status;
  private final Label count = new Label();
  private final Button isolate;
  private final Button clear;
  private final Button undo;
  private final Button redo;
  private final ImageGrid grid;
  private final VBox strips = new VBox();
  private final Label hint = new Label();
  private final List<NeighbourStrip> rows = new ArrayList<>();

  SelectionPane(
      Comparison comparison,
      SampleImages images,
      Messages messages,
      Background background,
      StatusLine status) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    this.background = background;
    this.status = status;
    selection = comparison.selection();
    isolate = button("selection.isolate", this::isolateOrShowAll);
    clear = button("selection.clear", selection::clear);
    undo = button("selection.undo", selection::undo);
    redo = button("selection.redo", selection::redo);
    grid = new ImageGrid(images, sample -> selection.focusProperty().set(Optional.of(sample)));
    getStyleClass().add("selection-pane");
    count.getStyleClass().add("strong");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(count, gap, undo, redo, isolate, clear);
    head.getStyleClass().add("toolbar");
    head.setAlignment(Pos.CENTER_LEFT);
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    strips.getStyleClass().add("strips");
    var details = new ScrollPane(strips);
    details.setFitToWidth(true);
    HBox.setHgrow(details, Priority.ALWAYS);
    var body = new HBox(grid, details);
    body.getStyleClass().add("selection-body");
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
  }

  private Button button(String key, Runnable action) {
    var button = new Button(messages.text(key));
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(messages.text(key + ".help")));
    button.setOnAction(pressed -> action.run());
    return button;
  }

  /// Leaves the selected samples on display alone, or puts all back.
  void isolateOrShowAll() {
    if (selection.get().isolated().isPresent()) {
      selection.showAll();
    } else {
      selection.isolate();
    }
  }

  /// Shows the selection as the sides see it.
  ///
  /// @param found is told when neighbours were found
  void show(List<MapSide> sides, Runnable found) {
    SelectedSamples now = selection.get();
    boolean isIsolated = now.isolated().isPresent();
    isolate.setText(messages.text(isIsolated ? "selection.showAll" : "selection.isolate"));
    isolate.setDisable(!isIsolated && now.count() == 0);
    clear.setDisable(now.count() == 0);
    undo.setDisable(!selection.canUndo());
    redo.setDisable(!selection.canRedo());
    count.setText(counted(now.count()));
    if (!sides.isEmpty()) {
      grid.show(now.ids(), now.focus(), sides.getLast());
    }
    boolean hasMany = now.count() > 0;
    grid.setVisible(hasMany);
    grid.setManaged(hasMany);
    showFocus(sides, now, found);
  }

  /// Rows of the focused sample's neighbours at the side of that position, as far as they are
  /// known.
  List<Integer> neighbours(int position) {
    return selection.get().focus().isPresent() && position < rows.size()
        ? rows.get(position).neighbours()
        : List.of();
  }

  private String counted(int selected) {
    if (selected == 0) {
      return messages.text("selection.none");
    }
    return selected > ImageGrid.MOST
        ? messages.text("selection.first", selected, ImageGrid.MOST)
        : messages.text("selection.count", selected);
  }

  private void showFocus(List<MapSide> sides, SelectedSamples now, Runnable found) {
    while (rows.size() < sides.size()) {
      rows.add(
          new NeighbourStrip(
              images,
              messages,
              background,
              status,
              sample -> selection.focusProperty().set(Optional.of(sample))));
    }
    strips.getChildren().clear();
    for (int i = 0; i < sides.size(); i++) {
      MapSide side = sides.get(i);
      int row = now.focus().map(side::row).orElse(-1);
      if (row >= 0) {
        rows.get(i).show(RunNames.of(side.run(), comparison), side, row, found);
        strips.getChildren().add(rows.get(i));
      }
    }
    if (strips.getChildren().isEmpty()) {
      hint.setText(
          messages.text(now.count() == 0 ? "embeddings.selectHint" : "selection.focusHint"));
      strips.getChildren().add(hint);
    }
  }
}
