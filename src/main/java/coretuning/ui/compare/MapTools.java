package coretuning.ui.compare;

import coretuning.ui.map.MapTool;
import coretuning.ui.support.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Three joined buttons that say what dragging on a map does.
final class MapTools {
  MapTools(HBox home, ObjectProperty<MapTool> chosen, Messages messages) {
    var group = new ToggleGroup();
    for (MapTool tool : MapTool.values()) {
      var button = new ToggleButton(messages.text("tool." + tool));
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setTooltip(new Tooltip(messages.text("tool." + tool + ".help")));
      button.getStyleClass().add(shape(tool));
      button.setOnAction(pressed -> {
        chosen.set(tool);
        button.setSelected(true);
      });
      chosen.subscribe(now -> button.setSelected(now == tool));
      home.getChildren().add(button);
    }
  }

  private static String shape(MapTool tool) {
    return switch (tool) {
      case PAN -> "left-pill";
      case RECTANGLE -> "center-pill";
      case LASSO -> "right-pill";
    };
  }
}
