package coretuning.ui;

import coretuning.ui.support.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// The runs that were on display lately, as a menu.
final class RecentRuns {
  private static final int MOST = 10;

  private final List<Path> folders = new ArrayList<>();
  private final Menu menu;
  private final Messages messages;
  private final Consumer<Path> open;

  /// @param earlier folders of earlier sessions, the newest first
  /// @param open puts one on display
  RecentRuns(List<String> earlier, Menu menu, Messages messages, Consumer<Path> open) {
    earlier.stream().limit(MOST).map(Path::of).forEach(folders::add);
    this.menu = menu;
    this.messages = messages;
    this.open = open;
    menu.setOnShowing(opening -> fill());
    fill();
  }

  /// The folders, the newest first.
  List<String> folders() {
    return folders.stream().map(Path::toString).toList();
  }

  /// Takes note of runs on display.
  void add(List<Path> shown) {
    for (Path each : shown) {
      Path folder = each.toAbsolutePath().normalize();
      folders.remove(folder);
      folders.addFirst(folder);
    }
    while (folders.size() > MOST) {
      folders.removeLast();
    }
    fill();
  }

  private void fill() {
    List<MenuItem> items =
        new ArrayList<>(folders.stream().filter(Files::isDirectory).map(this::item).toList());
    if (items.isEmpty()) {
      var none = new MenuItem(messages.text("menu.recentNone"));
      none.setDisable(true);
      items.add(none);
    }
    menu.getItems().setAll(items);
  }

  private MenuItem item(Path folder) {
    var item = new MenuItem(String.valueOf(folder.getFileName()));
    // Names of folders may hold the sign that would underline the next letter.
    item.setMnemonicParsing(false);
    item.setOnAction(chosen -> open.accept(folder));
    return item;
  }
}
