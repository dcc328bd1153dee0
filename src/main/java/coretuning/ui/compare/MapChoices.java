package coretuning.ui.compare;

import coretuning.ui.map.KindFilter;
import coretuning.ui.map.MapTool;
import coretuning.ui.map.Viewport;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the user has chosen for all maps on display.
final class MapChoices {
  private final ObjectProperty<MapMethod> method =
      new SimpleObjectProperty<>(this, "method", MapMethod.TSNE);
  private final ObjectProperty<ImageSet> images =
      new SimpleObjectProperty<>(this, "images", ImageSet.TEST);
  private final ObjectProperty<Turn> turn = new SimpleObjectProperty<>(this, "turn", Turn.START);
  private final ObjectProperty<Channel> channel =
      new SimpleObjectProperty<>(this, "channel", Channel.LABEL);
  private final BooleanProperty crosses = new SimpleBooleanProperty(this, "crosses", true);
  private final ObjectProperty<MapTool> tool =
      new SimpleObjectProperty<>(this, "tool", MapTool.PAN);
  private final ObjectProperty<Optional<Viewport>> viewport =
      new SimpleObjectProperty<>(this, "viewport", Optional.empty());
  private final ObjectProperty<Optional<Integer>> hovered =
      new SimpleObjectProperty<>(this, "hovered", Optional.empty());
  private final KindFilter filter = new KindFilter();

  MapChoices() {
    // Kinds of another channel are other kinds; the place on another method's map is another place.
    channel.subscribe(filter::clear);
    method.subscribe(() -> viewport.set(Optional.empty()));
    images.subscribe(() -> viewport.set(Optional.empty()));
  }

  ObjectProperty<MapMethod> methodProperty() {
    return method;
  }

  ObjectProperty<ImageSet> imagesProperty() {
    return images;
  }

  /// From where spheres are seen, all from the same side.
  ObjectProperty<Turn> turnProperty() {
    return turn;
  }

  ObjectProperty<Channel> channelProperty() {
    return channel;
  }

  /// Whether samples that were taken for another class are drawn as crosses.
  BooleanProperty crossesProperty() {
    return crosses;
  }

  ObjectProperty<MapTool> toolProperty() {
    return tool;
  }

  /// See [coretuning.ui.map.MapView#viewportProperty].
  ObjectProperty<Optional<Viewport>> viewportProperty() {
    return viewport;
  }

  /// Id of the sample under the pointer, in whichever map.
  ObjectProperty<Optional<Integer>> hoveredProperty() {
    return hovered;
  }

  /// Kinds of the channel that are on display.
  KindFilter filter() {
    return filter;
  }
}
