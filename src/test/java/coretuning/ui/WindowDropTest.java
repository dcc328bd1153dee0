package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.ui.support.DropReceiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowDropTest {
  private final List<String> taken = new ArrayList<>();

  @Start
  void start(Stage stage) {}

  private DropReceiver receiver(String ending) {
    return new DropReceiver() {
      @Override
      public Optional<String> offer(List<Path> dropped) {
        return dropped.stream().allMatch(each -> each.toString().endsWith(ending))
            ? Optional.of("takes " + ending)
            : Optional.empty();
      }

      @Override
      public void take(List<Path> dropped) {
        taken.add(ending + " got " + dropped.size());
      }
    };
  }

  @Test
  void theFirstReceiverThatKnowsTheThingsGetsThemAndTheHintSaysSo(FxRobot robot) {
    robot.interact(() -> {
      var drop =
          new WindowDrop(
              List.of(receiver("a"), receiver("b"), receiver("")),
              things -> "nobody wants " + things.size(),
              taken::add);
      StackPane whole = drop.over(new Label("content"));
      var text = (Label) whole.lookup(".drop-text");
      var hint = whole.lookup(".drop-hint");
      assertThat(hint.isVisible()).isFalse();
      drop.show(List.of(Path.of("x.b")));
      assertThat(hint.isVisible()).isTrue();
      assertThat(text.getText()).isEqualTo("takes b");
      drop.take(List.of(Path.of("x.b"), Path.of("y.b")));
      assertThat(hint.isVisible()).isFalse();
      drop.take(List.of(Path.of("x.c")));
      assertThat(taken).containsExactly("b got 2", " got 1");
    });
  }

  @Test
  void whatNobodyWantsIsNamed(FxRobot robot) {
    robot.interact(() -> {
      var drop =
          new WindowDrop(List.of(receiver("a")), things -> "not " + things.getFirst(), taken::add);
      StackPane whole = drop.over(new Label("content"));
      drop.show(List.of(Path.of("x.c")));
      assertThat(((Label) whole.lookup(".drop-text")).getText()).isEqualTo("not x.c");
      drop.take(List.of(Path.of("x.c")));
      assertThat(taken).containsExactly("not x.c");
    });
  }
}
