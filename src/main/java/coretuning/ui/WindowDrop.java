package coretuning.ui;

import coretuning.ui.support.DropReceiver;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Takes in what is dropped on the window. Receivers are asked in their order; the first that knows
/// what to do with the things gets them. While they are over the window a hint says what will
/// happen.
final class WindowDrop {
  private final List<DropReceiver> receivers;
  private final Function<List<Path>, String> refusal;
  private final Consumer<String> refused;
  private final Label text = new Label();
  private final StackPane hint = new StackPane(text);
  private List<Path> looked = List.of();

  /// @param receivers asked in this order
  /// @param refusal says what the things are, and what can be dropped instead
  /// @param refused gets that line after a drop that nobody knows what to do with
  WindowDrop(
      List<DropReceiver> receivers,
      Function<List<Path>, String> refusal,
      Consumer<String> refused) {
    this.receivers = List.copyOf(receivers);
    this.refusal = refusal;
    this.refused = refused;
    hint.getStyleClass().add("drop-hint");
    hint.setMouseTransparent(true);
    hint.setVisible(false);
    text.getStyleClass().add("drop-text");
    text.setWrapText(true);
  }

  /// The content of the window, over which the hint appears. A part of it that takes a thing itself
  /// consumes the event, and no hint gets in its way.
  StackPane over(Parent content) {
    var whole = new StackPane(content, hint);
    whole.addEventFilter(DragEvent.DRAG_OVER, event -> hint.setVisible(false));
    whole.addEventFilter(DragEvent.DRAG_DROPPED, event -> hint.setVisible(false));
    whole.setOnDragOver(this::hover);
    whole.setOnDragExited(event -> hint.setVisible(false));
    whole.setOnDragDropped(this::dropped);
    return whole;
  }

  /// Also of things that nobody wants: dropping them says why.
  private void hover(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      show(paths(event));
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      take(paths(event));
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }

  /// Shows what dropping these would do.
  void show(List<Path> things) {
    // The pointer moves many times with the same things, and looking at them reads folders.
    if (!things.equals(looked)) {
      looked = List.copyOf(things);
      text.setText(
          receivers.stream()
              .flatMap(each -> each.offer(things).stream())
              .findFirst()
              .orElseGet(() -> refusal.apply(things)));
    }
    hint.setVisible(true);
  }

  /// Gives these to the first receiver that knows what to do with them.
  void take(List<Path> things) {
    hint.setVisible(false);
    looked = List.of();
    receivers.stream()
        .filter(each -> each.offer(things).isPresent())
        .findFirst()
        .ifPresentOrElse(each -> each.take(things), () -> refused.accept(refusal.apply(things)));
  }
}
