package coretuning.ui.pretrain;

import coretuning.figure.QueryMapFigure;
import coretuning.figure.QueryMapFigure.Spot;
import coretuning.result.QuerySnapshot.Query;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A spot of a query's map: what it is, how near to the query, and the images behind it: its own,
/// or those of the keys it was mixed from.
final class SpotCard extends VBox {
  private static final double WIDTH = 216;
  private static final double SIDE = 96;

  private final SampleImages images;
  private final Messages messages;
  private final Label title = new Label();
  private final Label cosine = new Label();
  private final Part first;
  private final Part second;

  /// An image with its caption.
  private final class Part extends VBox {
    private final SampleImageView image = new SampleImageView(images, SIDE);
    private final Label caption = new Label();

    Part() {
      super(4);
      caption.setWrapText(true);
      caption.setMinHeight(Label.USE_PREF_SIZE);
      getChildren().addAll(image, caption);
      managedProperty().bind(visibleProperty());
    }

    void show(DataSpec data, int sample, String text) {
      setVisible(true);
      image.setVisible(sample >= 0);
      image.setManaged(sample >= 0);
      caption.setText(text);
      if (sample >= 0) {
        image.show(data, sample);
      }
    }
  }

  SpotCard(SampleImages images, Messages messages) {
    this.images = images;
    this.messages = messages;
    first = new Part();
    second = new Part();
    getStyleClass().addAll("figure-card", "spot-card");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    title.setMinHeight(Label.USE_PREF_SIZE);
    getChildren().addAll(title, cosine, first, second);
  }

  /// Shows a spot.
  ///
  /// @param place in the figure's spots
  void show(DataSpec data, Query query, QueryMapFigure figure, int place) {
    Spot spot = figure.spots().get(place);
    title.setText(messages.text("pretrain.spot." + spot.role().name()));
    cosine.setText(messages.text("pretrain.spot.cosine", Numbers.three(spot.cosine())));
    if (!spot.isMixed()) {
      first.show(data, spot.sample(), name(data, query, place));
      second.setVisible(false);
      return;
    }
    part(first, data, query, figure, spot.first(), spot.share());
    part(second, data, query, figure, spot.second(), 1 - spot.share());
  }

  private void part(
      Part part, DataSpec data, Query query, QueryMapFigure figure, int place, double share) {
    part.show(
        data,
        figure.spots().get(place).sample(),
        messages.text("pretrain.spot.share", Numbers.percent(share), name(data, query, place)));
  }

  /// Class and id of the image behind a spot that is not mixed.
  private String name(DataSpec data, Query query, int place) {
    // Query and positive come first, the keys of the memory after them.
    int key = place - 2;
    int sample = key < 0 ? query.sample() : query.memory().samples()[key];
    int label = key < 0 ? query.label() : query.memory().labels()[key];
    return sample < 0
        ? messages.text("pretrain.spot.random")
        : messages.text("pretrain.query", sample, images.name(data, label));
  }
}
