package coretuning.ui.compare;

import coretuning.figure.ScatterFigure;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// Beside a map: how it was made and how far it can be trusted, each figure with what it means.
final class ReliabilityLine extends FlowPane {
  private static final List<String> SHOWN =
      List.of("trustworthiness", "neighbours kept", "explained share");

  private final Messages messages;

  ReliabilityLine(Messages messages) {
    this.messages = messages;
    getStyleClass().add("reliability");
  }

  /// Describes a map.
  void show(Projection map) {
    getChildren().clear();
    for (String name : SHOWN) {
      map.measures().stream()
          .filter(each -> each.name().startsWith(name))
          .findFirst()
          .ifPresent(each -> add(name, each));
    }
    var how = new Label(ScatterFigure.describe(map));
    how.getStyleClass().addAll("muted", "small");
    getChildren().add(how);
  }

  private void add(String name, MapMeasure measure) {
    String key = "reliability." + name.replace(" ", "");
    boolean isShare = !name.equals("trustworthiness");
    String value = isShare ? Numbers.percent(measure.value()) : Numbers.three(measure.value());
    var label = new Label(messages.text(key, value));
    label.getStyleClass().add("small");
    var help = new Tooltip(messages.text(key + ".help", measure.name()));
    help.setWrapText(true);
    help.setMaxWidth(360);
    label.setTooltip(help);
    getChildren().add(label);
  }
}
