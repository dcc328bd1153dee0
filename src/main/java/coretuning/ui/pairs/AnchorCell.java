package coretuning.ui.pairs;

import coretuning.result.HardPair;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An anchor in the list: image, class, cosines of its hardest positive and negative.
final class AnchorCell extends ListCell<HardPair> {
  private static final double SIDE = 32;

  private final PairsModel model;
  private final SampleImages images;
  private final Messages messages;
  private final SampleImageView image;
  private final Label name = new Label();
  private final Label cosines = new Label();
  private final HBox row;

  AnchorCell(PairsModel model, SampleImages images, Messages messages) {
    this.model = model;
    this.images = images;
    this.messages = messages;
    image = new SampleImageView(images, SIDE);
    cosines.getStyleClass().addAll("muted", "small");
    row = new HBox(8, image, new VBox(2, name, cosines));
    row.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable HardPair pair, boolean empty) {
    super.updateItem(pair, empty);
    if (empty || pair == null || model.run().isEmpty()) {
      setGraphic(null);
      image.clear();
      return;
    }
    DataSpec data = model.run().get().spec().data();
    OptionalInt label =
        model.labels().map(labels -> labels.of(pair.anchor())).orElse(OptionalInt.empty());
    String title = label.isPresent() ? images.name(data, label.getAsInt()) + "  " : "";
    name.setText(title + "#" + pair.anchor());
    cosines.setText(
        messages.text(
            "pairs.cosines",
            Numbers.three(pair.cosinePositive()),
            Numbers.three(pair.cosineNegative())));
    image.show(data, pair.anchor());
    setGraphic(row);
  }
}
