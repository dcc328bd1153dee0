package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a screen reader says of each control, in every view of a finished comparison.
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesTest {
  @TempDir static Path folder;
  private OpenWindow window;

  @Start
  void open(Stage shared) throws IOException {
    window = OpenWindow.in(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void everyControlHasAName(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    window.laboratory().epochs.release(100);
    window
        .journey()
        .await(() -> window.journey().reads("Compare CE-tuning and Core-tuning – finished"));
    var nameless = new TreeSet<String>();
    TabPane tabs = robot.lookup(".tab-pane").queryAs(TabPane.class);
    for (Tab tab : tabs.getTabs()) {
      robot.interact(() -> tabs.getSelectionModel().select(tab));
      robot.interact(() -> nameless.addAll(nameless(tab.getText())));
    }
    assertThat(nameless).isEmpty();
  }

  private Set<String> nameless(String view) {
    Set<Node> all = window.stage().getScene().getRoot().lookupAll("*");
    var labelled = new HashSet<Node>();
    all.stream()
        .filter(Label.class::isInstance)
        .flatMap(label -> Stream.ofNullable(((Label) label).getLabelFor()))
        .forEach(labelled::add);
    var nameless = new TreeSet<String>();
    all.stream()
        .filter(Journey::isShown)
        .filter(AccessibleNamesTest::isOperated)
        .filter(node -> !labelled.contains(node) && name(node).isEmpty())
        .forEach(node -> nameless.add(view + ": " + node));
    return nameless;
  }

  /// Whether a user operates it, and it is no part of another control.
  private static boolean isOperated(Node node) {
    boolean isKnown =
        Stream.of(
                ButtonBase.class,
                ComboBoxBase.class,
                TextInputControl.class,
                Slider.class,
                TableView.class,
                ListView.class)
            .anyMatch(kind -> kind.isInstance(node));
    for (Node each = node.getParent(); each != null && isKnown; each = each.getParent()) {
      isKnown =
          !(each instanceof ComboBoxBase || each instanceof TableView || each instanceof ListView);
    }
    return isKnown && ((Control) node).isFocusTraversable();
  }

  private static String name(Node node) {
    return Stream.of(
            Optional.ofNullable(node.getAccessibleText()),
            Optional.of(node).filter(Labeled.class::isInstance).map(it -> ((Labeled) it).getText()),
            Optional.of(node)
                .filter(TextInputControl.class::isInstance)
                .map(it -> ((TextInputControl) it).getPromptText()))
        .flatMap(Optional::stream)
        .filter(text -> text.chars().anyMatch(Character::isLetter))
        .findFirst()
        .orElse("");
  }
}
