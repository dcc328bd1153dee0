package coretuning.ui.pairs;

import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the focal contrastive loss makes of the mixes: four numbers with their names.
final class ContrastLine extends HBox {
  private final Messages messages;

  ContrastLine(Messages messages) {
    super(20);
    this.messages = messages;
    getStyleClass().add("contrast-line");
  }

  void show(Bench.Reading reading) {
    getChildren()
        .setAll(
            number("oddsPositive", reading.oddsPositive()),
            number("oddsNegative", reading.oddsNegative()),
            number("weight", reading.weight()),
            number("loss", reading.loss()));
  }

  private VBox number(String key, double value) {
    var number = new Label(Numbers.three(value));
    number.setId("reading-" + key);
    number.getStyleClass().add("figure-number");
    var name = new Label(messages.text("lab.reading." + key));
    name.getStyleClass().addAll("muted", "small");
    name.setTooltip(new Tooltip(messages.text("lab.reading." + key + ".tip")));
    return new VBox(name, number);
  }
}
