package coretuning.ui.data;

import coretuning.job.DataPictures;
import coretuning.job.Thumbnail;
import coretuning.result.Problem;
import coretuning.ui.support.Background;
import coretuning.ui.support.SampleImages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;

/// Small pictures of a data set's files, read beside the JavaFX thread and kept while the dialog is
/// open.
final class PictureBook implements AutoCloseable {
  private static final int KEPT = 500;

  private final Supplier<DataPictures> source;
  private final int side;
  private final Background background;
  private final Map<String, Optional<Image>> known = new LinkedHashMap<>();
  private Optional<DataPictures> open = Optional.empty();

  /// @param source is opened when the first picture is wanted
  /// @param side of the pictures, pixels
  PictureBook(Supplier<DataPictures> source, int side, Background background) {
    this.source = source;
    this.side = side;
    this.background = background;
  }

  /// Passes the picture of a file on, at once or as soon as it was read; empty if it cannot be
  /// decoded, as its finding says.
  void find(String file, Consumer<Optional<Image>> use) {
    Optional<Image> kept = known.get(file);
    if (kept != null) {
      use.accept(kept);
      return;
    }
    background.run(
        () -> read(file),
        picture -> {
          Optional<Image> image = picture.map(SampleImages::image);
          if (known.size() >= KEPT) {
            known.clear();
          }
          known.put(file, image);
          use.accept(image);
        },
        gone -> use.accept(Optional.empty()));
  }

  private Optional<Thumbnail> read(String file) {
    if (open.isEmpty()) {
      open = Optional.of(source.get());
    }
    try {
      return Optional.of(open.get().picture(file, side));
    } catch (Problem broken) {
      // That it is broken is what the table says.
      return Optional.empty();
    }
  }

  /// Closes the data set after the picture in hand.
  @Override
  public void close() {
    background.run(
        () -> {
          open.ifPresent(DataPictures::close);
          open = Optional.empty();
          return true;
        },
        closed -> known.clear(),
        refused -> known.clear());
  }
}
