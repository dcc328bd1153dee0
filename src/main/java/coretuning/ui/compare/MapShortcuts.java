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
  private final Actions actions;

  /// What keys ask the view for.
  ///
  /// @param selectAll everything on display
  /// @param play lets the epochs pass, or stops them
  record Actions(Runnable selectAll, Runnable play) {}

  MapShortcuts(
      Node view,
      MapChoices choices,
      SampleSelection selection,
      SelectionPane selected,
      Actions actions) {
    this.choices = choices;
    this.selection = selection;
    this.selected = selected;
    this.actions = actions;
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
      case A -> actions.selectAll().run();
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
      case SPACE -> actions.play().run();
      case I -> selected.isolateOrShowAll();
      case ESCAPE -> selection.clear();
      default -> {
        return false;
      }
    }
    return true;
  }
}
