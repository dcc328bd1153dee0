package coretuning.ui.support;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a view shows while it has nothing to show: what is missing and what to do about it.
public final class Placeholder extends VBox {
  private final Label title = new Label();
  private final Label hint = new Label();

  public Placeholder(String title, String hint) {
    getStyleClass().add("placeholder");
    setAlignment(Pos.CENTER);
    this.title.getStyleClass().add("placeholder-title");
    this.hint.getStyleClass().add("muted");
    this.hint.setWrapText(true);
    getChildren().addAll(this.title, this.hint);
    say(title, hint);
  }

  /// Changes the text.
  public void say(String newTitle, String newHint) {
    title.setText(newTitle);
    hint.setText(newHint);
  }
}
