package coretuning.ui.runs;

import coretuning.ui.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says what was thrown away, and offers to have it back; gone while there is nothing.
final class UndoBar extends HBox {

  /// @param restored is called when the runs are back
  UndoBar(RunBin bin, Messages messages, Runnable restored) {
    getStyleClass().add("undo-bar");
    setAlignment(Pos.CENTER_LEFT);
    var text = new Label();
    text.setWrapText(true);
    text.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var undo = new Button(messages.text("runs.undo"));
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(pressed -> bin.undo(restored));
    var close = new Button(messages.text("runs.keepAway"));
    close.setMinWidth(USE_PREF_SIZE);
    close.getStyleClass().add("flat");
    close.setOnAction(pressed -> bin.forget());
    getChildren().addAll(text, space, undo, close);
    managedProperty().bind(visibleProperty());
    bin.thrownProperty()
        .subscribe(thrown -> {
          setVisible(thrown.isPresent());
          text.setText(thrown.map(bin::text).orElse(""));
        });
  }
}
