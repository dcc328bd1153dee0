package coretuning.ui.compare;

import coretuning.spec.DataSpec;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// The images of the selected samples, as many as one can look at. A click puts one in focus.
final class ImageGrid extends ScrollPane {
  /// Most images that are shown.
  static final int MOST = 72;

  private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("in-focus");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double SIDE = 40;

  private final SampleImages images;
  private final IntConsumer focus;
  private final FlowPane tiles = new FlowPane();
  private BitSet shown = new BitSet();
  private Optional<MapSide> source = Optional.empty();

  /// @param focus gets the id of an image that was clicked
  ImageGrid(SampleImages images, IntConsumer focus) {
    this.images = images;
    this.focus = focus;
    getStyleClass().add("image-grid");
    setContent(tiles);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /// Shows the first of the selected samples.
  ///
  /// @param side whose predictions are told; wrong ones are framed
  void show(BitSet samples, Optional<Integer> inFocus, MapSide side) {
    if (!samples.equals(shown) || !Optional.of(side).equals(source)) {
      shown = (BitSet) samples.clone();
      source = Optional.of(side);
      tiles.getChildren().clear();
      samples.stream().limit(MOST).forEach(sample -> add(sample, side));
    }
    tiles
        .getChildren()
        .forEach(tile ->
            tile.pseudoClassStateChanged(
                FOCUS, inFocus.filter(id -> id.equals(tile.getUserData())).isPresent()));
  }

  private void add(int sample, MapSide side) {
    int row = side.row(sample);
    if (row < 0) {
      return;
    }
    DataSpec data = side.run().spec().data();
    var image = new SampleImageView(images, SIDE);
    image.show(data, sample);
    var tile = new Button();
    tile.setGraphic(image);
    tile.setUserData(sample);
    tile.getStyleClass().add("image-tile");
    String label = images.name(data, side.embedding().labels()[row]);
    int predicted = side.embedding().predictions()[row];
    boolean wrong = predicted != side.embedding().labels()[row];
    tile.pseudoClassStateChanged(WRONG, wrong);
    tile.setTooltip(
        new Tooltip("#" + sample + "  " + label + " → " + images.name(data, predicted)));
    tile.setAccessibleText(label + " #" + sample);
    tile.setOnAction(pressed -> focus.accept(sample));
    tiles.getChildren().add(tile);
  }
}
