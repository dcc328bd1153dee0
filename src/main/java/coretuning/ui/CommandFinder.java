package coretuning.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Finds what the menus can do by any part of its name: type, choose with the arrow keys, Enter.
final class CommandFinder extends VBox {

  /// Something that a menu can do.
  ///
  /// @param name with the menus it lies in, e.g. `View › Spread`
  /// @param shortcut its keys; empty if it has none
  record Command(String name, String shortcut, MenuItem item) {}

  private final List<Command> commands;
  private final ObservableList<Command> found = FXCollections.observableArrayList();
  private final TextField query = new TextField();
  private final ListView<Command> list = new ListView<>(found);
  private final Runnable done;

  /// @param prompt in the empty field
  /// @param done closes what the finder lies in, before the command is carried out
  CommandFinder(MenuBar menus, String prompt, Runnable done) {
    commands = of(menus);
    this.done = done;
    getStyleClass().add("command-finder");
    query.setId("command-query");
    query.setPromptText(prompt);
    list.setId("command-list");
    list.setCellFactory(view -> new CommandCell());
    getChildren().addAll(query, list);
    query.textProperty().subscribe(this::search);
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    list.setOnMouseClicked(click -> run());
  }

  /// Puts the cursor into the field.
  void focusQuery() {
    query.requestFocus();
  }

  private void search(String text) {
    found.setAll(matching(commands, text));
    list.getSelectionModel().selectFirst();
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      run();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      event.consume();
      int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
      int last = found.size() - 1;
      if (last >= 0) {
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(next);
      }
    }
  }

  private void run() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .ifPresent(command -> {
          done.run();
          command.item().fire();
        });
  }

  /// Everything that the menus can do at present.
  static List<Command> of(MenuBar menus) {
    var all = new ArrayList<Command>();
    menus.getMenus().forEach(menu -> collect(menu, "", all));
    return all;
  }

  private static void collect(Menu menu, String path, List<Command> into) {
    for (MenuItem item : menu.getItems()) {
      String within = path + menu.getText() + " › ";
      if (item instanceof Menu inner) {
        collect(inner, within, into);
      } else if (!(item instanceof SeparatorMenuItem) && !item.isDisable()) {
        String keys = item.getAccelerator() == null ? "" : item.getAccelerator().getDisplayText();
        into.add(new Command(within + item.getText(), keys, item));
      }
    }
  }

  /// Those whose name holds every word of the query, those that begin with it first.
  static List<Command> matching(List<Command> commands, String query) {
    String[] words = query.strip().toLowerCase(Locale.ROOT).split("\\s+");
    List<Command> all =
        commands.stream()
            .filter(each -> Stream.of(words).allMatch(low(each.name())::contains))
            .toList();
    Stream<Command> first = all.stream().filter(each -> begins(each, words[0]));
    Stream<Command> others = all.stream().filter(each -> !begins(each, words[0]));
    return Stream.concat(first, others).toList();
  }

  private static boolean begins(Command command, String word) {
    String name = low(command.name());
    return name.substring(name.lastIndexOf('›') + 1).strip().startsWith(word);
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static final class CommandCell extends ListCell<Command> {
    private final Label name = new Label();
    private final Label keys = new Label();
    private final HBox line;

    CommandCell() {
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      keys.getStyleClass().add("muted");
      line = new HBox(name, space, keys);
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      name.setText(command.name());
      keys.setText(command.shortcut());
      setGraphic(line);
    }
  }
}
