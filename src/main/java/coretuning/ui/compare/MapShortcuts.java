package coretuning.ui.compare;

import coretuning.ui.map.MapTool;
import coretuning.ui.support.SampleSelection;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The keys of the maps' view, wherever in it the focus is.
final class MapShortcuts {
  private final MapChoices choices;
  private final SampleSelection selection;
  private final SelectionPane selected;
  private final Runnable selectAll;

  MapShortcuts(
      Node view,
      MapChoices choices,
      SampleSelection selection,
      SelectionPane selected,
      Runnable selectAll) {
    this.choices = choices;
    this.selection = selection;
    this.selected = selected;
    this.selectAll = selectAll;
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    boolean isMine = event.isShortcutDown() ? withShortcut(event) : alone(event);
    if (isMine) {
      event.consume();
    }
  }

  private boolean withShortcut(KeyEvent event) {
    switch (event.getCode()) {
      case Z -> {
        if (event.isShiftDown()) {
          selection.redo();
        } else {
          selection.undo();
        }
      }
      case Y -> selection.redo();
      case A -> selectAll.run();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean alone(KeyEvent event) {
    switch (event.getCode()) {
      case M -> choices.toolProperty().set(MapTool.PAN);
      case R -> choices.toolProperty().set(MapTool.RECTANGLE);
      case L -> choices.toolProperty().set(MapTool.LASSO);
      case I -> selected.isolateOrShowAll();
      case ESCAPE -> selection.clear();
      default -> {
        return false;
      }
    }
    return true;
  }
}
