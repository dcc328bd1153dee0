package coretuning.ui.compare;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Children side by side, all of exactly the same size: figures that are compared must not be laid
/// out differently for a pixel.
public final class EvenRow extends Pane {
  private static final double GAP = 12;

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    int count = getManagedChildren().size();
    double room = getWidth() - insets.getLeft() - insets.getRight() - GAP * (count - 1);
    double width = Math.floor(room / Math.max(1, count));
    double height = Math.floor(getHeight() - insets.getTop() - insets.getBottom());
    double x = insets.getLeft();
    for (Node child : getManagedChildren()) {
      child.resizeRelocate(x, insets.getTop(), width, height);
      x += width + GAP;
    }
  }
}
