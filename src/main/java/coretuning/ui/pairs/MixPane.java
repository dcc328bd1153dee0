package coretuning.ui.pairs;

import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One mix: its factor as a slider, its mixed label, its cosine to the anchor.
final class MixPane extends VBox {
  static final double WIDTH = 404;
  private static final double STEP = 0.01;

  private final String sign;
  private final Messages messages;
  private final Slider slider = new Slider(0, 1, 0.5);
  private final Label factor = new Label();
  private final Label cosine = new Label();
  private final StackPane mixedLabel = new StackPane();
  private String first = "";
  private String second = "";
  private boolean isSetting;

  /// @param sign `positive` or `negative`, as in keys of texts and ids of controls
  /// @param moved is called when the user moved the slider
  MixPane(String sign, Messages messages, Runnable moved) {
    super(4);
    this.sign = sign;
    this.messages = messages;
    var title = new Label(messages.text("lab.mix." + sign));
    title.getStyleClass().add("strong");
    slider.setId("lambda-" + sign);
    slider.setBlockIncrement(STEP);
    slider.setAccessibleText(messages.text("lab.lambda." + sign));
    cosine.setId("cosine-" + sign);
    factor.setMinWidth(64);
    HBox.setHgrow(slider, Priority.ALWAYS);
    var row = new HBox(8, factor, slider);
    row.setAlignment(Pos.CENTER_LEFT);
    mixedLabel.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, row, mixedLabel, cosine);
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    slider
        .valueProperty()
        .subscribe(value -> {
          if (!isSetting) {
            moved.run();
          }
        });
  }

  /// Share of the first partner, in [0, 1].
  double lambda() {
    return slider.getValue();
  }

  /// Moves the slider without telling.
  void set(double lambda) {
    isSetting = true;
    slider.setValue(lambda);
    isSetting = false;
  }

  /// Names of the classes mixed.
  void names(String newFirst, String newSecond) {
    first = newFirst;
    second = newSecond;
  }

  /// Shows the factor, the mixed label it gives, and the mix's cosine to the anchor.
  void show(double cosineToAnchor) {
    factor.setText(messages.text("lab.factor", Numbers.three(lambda())));
    cosine.setText(messages.text("lab.cosine." + sign, Numbers.three(cosineToAnchor)));
    mixedLabel.getChildren().setAll(new MixBar(WIDTH, lambda(), first, second));
  }
}
