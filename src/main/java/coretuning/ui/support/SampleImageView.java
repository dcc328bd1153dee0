package coretuning.ui.support;

import coretuning.spec.DataSpec;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// The image of one sample in a square frame; pixels stay pixels when a small image is enlarged.
public final class SampleImageView extends StackPane {
  private final SampleImages images;
  private final ImageView view = new ImageView();
  private Optional<Integer> wanted = Optional.empty();

  /// @param side of the frame, logical pixels
  public SampleImageView(SampleImages images, double side) {
    this.images = images;
    getStyleClass().add("sample-image");
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    view.setFitWidth(side);
    view.setFitHeight(side);
    view.setPreserveRatio(true);
    view.setSmooth(false);
    getChildren().add(view);
  }

  /// Shows a sample as soon as its image is there, the empty frame until then.
  public void show(DataSpec data, int sample) {
    wanted = Optional.of(sample);
    view.setImage(null);
    images.find(
        data,
        sample,
        found -> {
          if (wanted.equals(Optional.of(sample))) {
            found.ifPresent(this::set);
          }
        });
  }

  private void set(Image image) {
    view.setSmooth(image.getWidth() > view.getFitWidth());
    view.setImage(image);
  }

  /// Shows the empty frame.
  public void clear() {
    wanted = Optional.empty();
    view.setImage(null);
  }
}
