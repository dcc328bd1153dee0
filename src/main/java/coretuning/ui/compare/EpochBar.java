package coretuning.ui.compare;

import coretuning.ui.support.Messages;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// A slider over the recorded epochs, with a button that plays them in order.
final class EpochBar extends HBox {
  private static final Duration PER_EPOCH = Duration.millis(1000);

  private final EpochTrack track;
  private final Messages messages;
  private final Button play = new Button();
  private final Slider slider = new Slider();
  private final Label text = new Label();
  private final Timeline clock = new Timeline(new KeyFrame(PER_EPOCH, tick -> advance()));

  EpochBar(EpochTrack track, Messages messages) {
    this.track = track;
    this.messages = messages;
    clock.setCycleCount(Animation.INDEFINITE);
    getStyleClass().add("epoch-bar");
    setAlignment(Pos.CENTER_LEFT);
    play.setId("play-epochs");
    play.setMinWidth(USE_PREF_SIZE);
    play.setTooltip(new Tooltip(messages.text("epoch.play.help")));
    play.setOnAction(pressed -> playOrPause());
    slider.setId("epoch");
    slider.setAccessibleText(messages.text("embeddings.epoch"));
    slider.setSnapToTicks(true);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setShowTickMarks(true);
    slider.setBlockIncrement(1);
    setHgrow(slider, Priority.ALWAYS);
    text.setMinWidth(120);
    getChildren().addAll(play, slider, text);
    slider
        .valueProperty()
        .subscribe(value -> {
          track.positionProperty().set((int) Math.round(value.doubleValue()));
        });
    track.positionProperty().subscribe(this::follow);
    track.epochsProperty().subscribe(this::follow);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            pause();
          }
        });
    label();
  }

  private void follow() {
    List<Integer> epochs = track.epochsProperty().get();
    int wanted = track.positionProperty().get();
    slider.setMax(Math.max(1, epochs.size() - 1));
    slider.setDisable(epochs.size() < 2);
    play.setDisable(epochs.size() < 2);
    if (Math.round(slider.getValue()) != wanted) {
      slider.setValue(wanted);
    }
    label();
  }

  private void label() {
    boolean isPlaying = clock.getStatus() == Animation.Status.RUNNING;
    play.setText(messages.text(isPlaying ? "epoch.pause" : "epoch.play"));
    text.setText(
        track.epoch().isEmpty()
            ? ""
            : track.epoch().getAsInt() == 0
                ? messages.text("epoch.before")
                : messages.text("epoch.after", track.epoch().getAsInt()));
  }

  /// Plays from here, from the start if this is the end; or stops where it is.
  void playOrPause() {
    if (clock.getStatus() == Animation.Status.RUNNING) {
      pause();
      return;
    }
    if (track.epochsProperty().get().size() < 2) {
      return;
    }
    if (track.isAtEnd()) {
      track.rewind();
    }
    clock.playFromStart();
    label();
  }

  private void pause() {
    clock.stop();
    label();
  }

  private void advance() {
    if (!track.advance()) {
      pause();
    }
  }
}
