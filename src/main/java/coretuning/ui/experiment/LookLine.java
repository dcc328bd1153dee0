package coretuning.ui.experiment;

import coretuning.result.Problem;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands below a chosen path: what it is or why it is nothing, and what can be done with it.
final class LookLine extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final Label text = new Label();
  private final HBox actions = new HBox();
  private final Messages messages;

  LookLine(String id, Messages messages) {
    this.messages = messages;
    setId(id);
    getStyleClass().add("look-line");
    text.setWrapText(true);
    text.getStyleClass().addAll("look-text", "small");
    actions.getStyleClass().add("look-actions");
    text.managedProperty().bind(text.textProperty().isNotEmpty());
    getChildren().addAll(text, actions);
  }

  /// A button below the text.
  Button action(String key, Runnable press) {
    var button = new Button(messages.text(key));
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(pressed -> press.run());
    button.managedProperty().bind(button.visibleProperty());
    actions.getChildren().add(button);
    return button;
  }

  /// Follows an inquiry, and offers to stop it.
  ///
  /// @param words of an answer
  <T> void follow(Inquiry<T> inquiry, Function<T, String> words) {
    Button stop = action("look.stop", inquiry::stop);
    inquiry
        .stateProperty()
        .subscribe(state -> {
          stop.setVisible(state instanceof Inquiry.State.Asking);
          boolean refused = state instanceof Inquiry.State.Refused;
          text.pseudoClassStateChanged(WRONG, refused);
          text.setText(
              switch (state) {
                case Inquiry.State.Idle<T> idle -> "";
                case Inquiry.State.Asking<T> asking -> asking(asking.done());
                case Inquiry.State.Stopped<T> stopped -> messages.text("look.stopped");
                case Inquiry.State.Answered<T> answered -> words.apply(answered.answer());
                case Inquiry.State.Refused<T> no -> told(no.problem());
              });
        });
  }

  private String asking(int done) {
    return done == 0
        ? messages.text("look.asking")
        : messages.text("look.files", String.format(Locale.ROOT, "%,d", done));
  }

  private static String told(Problem problem) {
    return problem.what() + " – " + problem.remedy();
  }

  /// Marks the text as something to act on.
  void mark(boolean wrong) {
    text.pseudoClassStateChanged(WRONG, wrong);
  }
}
