package coretuning.ui.pairs;

import coretuning.result.FocalWeight;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;

/// An anchor in the grid of focal weights: image, weight, class.
final class WeightCell extends GridCell<FocalWeight> {
  static final double WIDTH = 86;
  static final double HEIGHT = 108;
  private static final double SIDE = 64;

  private final WeightsModel model;
  private final SampleImages images;
  private final SampleImageView image;
  private final Label weight = new Label();
  private final Label name = new Label();
  private final VBox box;

  WeightCell(WeightsModel model, SampleImages images, Consumer<FocalWeight> choose) {
    this.model = model;
    this.images = images;
    image = new SampleImageView(images, SIDE);
    weight.getStyleClass().add("strong");
    name.getStyleClass().addAll("muted", "small");
    name.setMaxWidth(WIDTH - 4);
    name.setAlignment(Pos.CENTER);
    box = new VBox(2, image, weight, name);
    box.setAlignment(Pos.TOP_CENTER);
    setOnMouseClicked(click -> {
      FocalWeight item = getItem();
      if (item != null) {
        choose.accept(item);
      }
    });
  }

  @Override
  protected void updateItem(@Nullable FocalWeight item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null || model.run().isEmpty()) {
      setGraphic(null);
      image.clear();
      return;
    }
    var data = model.run().get().spec().data();
    weight.setText(Numbers.three(item.weight()));
    name.setText(images.name(data, item.label()));
    image.show(data, item.sample());
    setGraphic(box);
  }
}
