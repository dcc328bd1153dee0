package coretuning.ui.compare;

import coretuning.result.Embedding;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A recorded sample in short: image, class, what the model took it for.
final class SampleCard extends HBox {
  private static final double SIDE = 64;
  private static final double SMALL_SIDE = 48;

  private final SampleImages images;
  private final Messages messages;
  private final SampleImageView image;
  private final Label caption = new Label();
  private final Label name = new Label();
  private final Label id = new Label();
  private final Label note = new Label();
  private final Label prediction = new Label();

  SampleCard(SampleImages images, Messages messages) {
    this(images, messages, SIDE);
  }

  /// A card with a smaller image.
  static SampleCard small(SampleImages images, Messages messages) {
    return new SampleCard(images, messages, SMALL_SIDE);
  }

  private SampleCard(SampleImages images, Messages messages, double side) {
    this.images = images;
    this.messages = messages;
    image = new SampleImageView(images, side);
    name.getStyleClass().add("strong");
    id.getStyleClass().addAll("muted", "small");
    caption.getStyleClass().addAll("muted", "small");
    caption.managedProperty().bind(caption.textProperty().isNotEmpty());
    note.getStyleClass().add("small");
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    var text = new VBox(1, caption, name, prediction, note, id);
    text.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sample-card");
    getChildren().addAll(image, text);
  }

  /// Writes whose view of the sample this is.
  void caption(String text) {
    caption.setText(text);
  }

  /// Writes what else is known of the sample; empty for nothing.
  void note(String text) {
    note.setText(text);
  }

  /// Shows the sample of a row.
  void show(DataSpec data, Embedding embedding, int row) {
    int label = embedding.labels()[row];
    int predicted = embedding.predictions()[row];
    image.show(data, embedding.samples()[row]);
    name.setText(images.name(data, label));
    prediction.setText(
        messages.text(
            predicted == label ? "sample.right" : "sample.wrong",
            images.name(data, predicted),
            Numbers.percent(embedding.confidences()[row])));
    prediction.getStyleClass().setAll("label", predicted == label ? "right" : "wrong");
    id.setText("#" + embedding.samples()[row]);
  }
}
