package coretuning.ui.data;

import coretuning.result.DataFinding;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The picture of a finding's file; of a pair, both side by side.
final class PictureCell extends TableCell<DataFinding, DataFinding> {
  static final int SIDE = 48;

  /// Findings that are about no image, or about one that certainly has no picture.
  private static final Set<DataFinding.Kind> BLIND =
      EnumSet.of(
          DataFinding.Kind.LAYOUT,
          DataFinding.Kind.UNREADABLE,
          DataFinding.Kind.EMPTY,
          DataFinding.Kind.LINK_LOOP,
          DataFinding.Kind.SMALL_CLASS,
          DataFinding.Kind.OTHER_FILE);

  private final PictureBook book;
  private final HBox box = new HBox(4);
  private final List<ImageView> views = List.of(new ImageView(), new ImageView());
  private final List<StackPane> frames = views.stream().map(PictureCell::frame).toList();

  PictureCell(PictureBook book) {
    this.book = book;
    box.setAlignment(Pos.CENTER_LEFT);
    box.getChildren().addAll(frames);
    setGraphic(box);
  }

  private static StackPane frame(ImageView view) {
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    view.setPreserveRatio(true);
    var frame = new StackPane(view);
    frame.getStyleClass().add("sample-image");
    frame.setMinSize(SIDE, SIDE);
    frame.setMaxSize(SIDE, SIDE);
    return frame;
  }

  @Override
  protected void updateItem(@Nullable DataFinding item, boolean empty) {
    super.updateItem(item, empty);
    Optional<DataFinding> finding = Optional.ofNullable(item).filter(some -> !empty);
    List<String> files =
        finding.stream()
            .filter(some -> !BLIND.contains(some.kind()))
            .flatMap(some -> Stream.concat(Stream.of(some.file()), some.twin().stream()))
            .toList();
    for (int i = 0; i < views.size(); i++) {
      show(
          views.get(i),
          frames.get(i),
          i < files.size() ? Optional.of(files.get(i)) : Optional.empty());
    }
  }

  private void show(ImageView view, StackPane frame, Optional<String> file) {
    view.setImage(null);
    frame.setVisible(false);
    DataFinding wanted = getItem();
    file.ifPresent(name ->
        book.find(
            name,
            image -> {
              // The cell may show another row by now.
              if (Objects.equals(getItem(), wanted)) {
                image.ifPresent(view::setImage);
                frame.setVisible(image.isPresent());
              }
            }));
  }
}
