package coretuning.ui.compare;

import coretuning.analysis.NeighbourSearch;
import coretuning.analysis.UnitRows;
import coretuning.result.Embedding;
import coretuning.result.Neighbour;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Background;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One run's view of the sample in focus: what it was taken for, and its neighbours in the original
/// space with their cosine distances.
final class NeighbourStrip extends HBox {
  /// Neighbours that are shown.
  static final int COUNT = 6;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double SIDE = 34;

  private final SampleImages images;
  private final Background background;
  private final StatusLine status;
  private final SampleCard card;
  private final HBox list = new HBox();
  private final IntConsumer focus;
  private Optional<Wish> wish = Optional.empty();
  private List<Integer> neighbours = List.of();

  /// Whose neighbours are wanted: results that come late are told by it.
  private record Wish(Embedding embedding, int row) {}

  /// @param focus gets the id of a neighbour that was clicked
  NeighbourStrip(
      SampleImages images,
      Messages messages,
      Background background,
      StatusLine status,
      IntConsumer focus) {
    this.images = images;
    this.background = background;
    this.status = status;
    this.focus = focus;
    card = SampleCard.small(images, messages);
    card.setMinWidth(212);
    card.setPrefWidth(212);
    var caption = new Label(messages.text("neighbours.title"));
    caption.getStyleClass().addAll("muted", "small");
    caption.setTooltip(new Tooltip(messages.text("neighbours.help")));
    list.getStyleClass().add("neighbour-list");
    var column = new VBox(caption, list);
    getStyleClass().add("neighbour-strip");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(card, column);
  }

  /// Shows a row of a side.
  ///
  /// @param found is told as soon as the neighbours are known
  void show(String name, MapSide side, int row, Runnable found) {
    Embedding embedding = side.embedding();
    DataSpec data = side.run().spec().data();
    card.caption(name);
    card.show(data, embedding, row);
    var wanted = Optional.of(new Wish(embedding, row));
    if (wanted.equals(wish)) {
      return;
    }
    wish = wanted;
    neighbours = List.of();
    list.getChildren().clear();
    background.run(
        () ->
            NeighbourSearch.of(
                UnitRows.of(embedding.features(), embedding.dimension()), row, COUNT),
        nearest -> {
          if (wanted.equals(wish)) {
            nearest.forEach(each -> list.getChildren().add(tile(each, row, side)));
            neighbours = nearest.stream().map(Neighbour::row).toList();
            found.run();
          }
        },
        status::fail);
  }

  /// Rows of the neighbours, nearest first; empty until they are known.
  List<Integer> neighbours() {
    return neighbours;
  }

  private Button tile(Neighbour neighbour, int row, MapSide side) {
    Embedding embedding = side.embedding();
    DataSpec data = side.run().spec().data();
    int sample = embedding.samples()[neighbour.row()];
    int label = embedding.labels()[neighbour.row()];
    var image = new SampleImageView(images, SIDE);
    image.show(data, sample);
    var distance = new Label(Numbers.three(neighbour.distance()));
    distance.getStyleClass().add("small");
    var both = new VBox(image, distance);
    both.setAlignment(Pos.CENTER);
    var tile = new Button();
    tile.setGraphic(both);
    tile.getStyleClass().add("image-tile");
    tile.pseudoClassStateChanged(WRONG, label != embedding.labels()[row]);
    tile.setTooltip(new Tooltip("#" + sample + "  " + images.name(data, label)));
    tile.setAccessibleText(images.name(data, label) + " #" + sample);
    tile.setOnAction(pressed -> focus.accept(sample));
    return tile;
  }
}
