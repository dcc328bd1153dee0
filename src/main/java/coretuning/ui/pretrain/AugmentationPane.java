package coretuning.ui.pretrain;

import coretuning.figure.Figure;
import coretuning.figure.ViewPairFigure;
import coretuning.gallery.Pictures;
import coretuning.job.AugmentedViews;
import coretuning.result.Problem;
import coretuning.spec.DataSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.TransformSpec;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Background;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Some images beside two views of each, as the form's settings make them.
final class AugmentationPane extends StackPane {
  private final ReadOnlyObjectProperty<Optional<Pretraining>> described;
  private final BiFunction<Pretraining, Long, List<AugmentedViews.Pair>> views;
  private final Background background;
  private final Messages messages;
  private final FigureView view;
  private final Placeholder placeholder;
  private final VBox content;
  private final Button again = new Button();
  private Optional<Figure> figure = Optional.empty();
  private Optional<Pretraining> drawn = Optional.empty();
  private boolean isShown;
  private long draw = 1;

  /// What the views depend on.
  private record Settings(DataSpec data, List<TransformSpec> augmentation, long seed) {
    static Settings of(Pretraining run) {
      return new Settings(run.data(), run.train().augmentation(), run.seed());
    }
  }

  /// @param described what the form describes; empty while a field is wrong
  /// @param views draws the pairs, by a number that changes with each draw
  AugmentationPane(
      ReadOnlyObjectProperty<Optional<Pretraining>> described,
      BiFunction<Pretraining, Long, List<AugmentedViews.Pair>> views,
      FigureDesk figures,
      Messages messages,
      Background background) {
    this.described = described;
    this.views = views;
    this.background = background;
    this.messages = messages;
    view = figures.view();
    placeholder = new Placeholder("", "");
    again.setText(messages.text("pretrain.augmentation.again"));
    again.setId("pretrain-draw-again");
    again.setOnAction(pressed -> {
      draw++;
      draw();
    });
    var about = new Label(messages.text("pretrain.augmentation.about"));
    about.getStyleClass().addAll("muted", "small");
    about.setWrapText(true);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar = new HBox(about, space, again);
    again.setMinWidth(Region.USE_PREF_SIZE);
    bar.getStyleClass().add("toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(view, Priority.ALWAYS);
    content = new VBox(bar, view);
    content.getStyleClass().add("figure-card");
    getStyleClass().add("card-pane");
    getChildren().addAll(content, placeholder);
    described.subscribe(now -> refresh());
    show(Optional.empty(), "");
  }

  /// Draws anew where the settings changed, once it is in front: opening images takes time.
  void setShown(boolean newShown) {
    isShown = newShown;
    refresh();
  }

  private void refresh() {
    boolean isOther =
        !described.get().map(Settings::of).equals(drawn.map(Settings::of)) || figure.isEmpty();
    if (isShown && isOther) {
      draw();
    }
  }

  private void draw() {
    Optional<Pretraining> wanted = described.get();
    drawn = wanted;
    if (wanted.isEmpty()) {
      show(Optional.empty(), messages.text("pretrain.augmentation.wrong"));
      return;
    }
    Pretraining run = wanted.get();
    long number = draw;
    background.run(
        () -> pairs(run, number),
        found -> {
          if (drawn.equals(wanted) && number == draw) {
            show(Optional.of(found), "");
          }
        },
        refused -> show(Optional.empty(), refused.what() + " – " + refused.remedy()));
  }

  private Figure pairs(Pretraining run, long number) {
    try {
      return new ViewPairFigure(
          "", "", views.apply(run, number).stream().map(Pictures::of).toList());
    } catch (IllegalArgumentException unsuited) {
      throw new Problem(
          String.valueOf(unsuited.getMessage()), "augmentation", "choose another", unsuited);
    }
  }

  private void show(Optional<Figure> found, String why) {
    figure = found;
    content.setVisible(found.isPresent());
    placeholder.setVisible(found.isEmpty());
    placeholder.say(messages.text("pretrain.augmentation.none"), why);
    found.ifPresent(view::setFigure);
  }

  /// The pairs on display.
  Optional<Figure> figure() {
    return figure;
  }
}
