package coretuning.ui.support;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How large the user made things, and how tables are sorted: from one session to the next. What
/// does not fit, such as a column of an older version, is left as it is. For the JavaFX thread.
public final class RememberedSizes {
  private static final Logger LOG = LoggerFactory.getLogger(RememberedSizes.class);
  private static final double LEAST_DIALOG = 200;
  private static final double MOST_DIALOG = 10_000;
  private static final double LEAST_COLUMN = 24;

  private final Map<String, String> sizes;

  /// @param sizes of earlier sessions
  public RememberedSizes(Map<String, String> sizes) {
    this.sizes = new HashMap<>(sizes);
  }

  /// What is to be remembered.
  public Map<String, String> sizes() {
    return Map.copyOf(sizes);
  }

  /// Places the dividers where they were left, and remembers where they are moved.
  ///
  /// @param name of the pane, unique in the window
  public void split(String name, SplitPane pane) {
    String key = "split." + name;
    // Positions that are set before the first layout are lost: it takes preferred sizes instead.
    remembered(key).ifPresent(pane::setDividerPositions);
    pane.getDividers()
        .forEach(divider ->
            divider
                .positionProperty()
                .subscribe((before, now) -> sizes.put(key, joined(pane.getDividerPositions()))));
  }

  /// Gives a dialog the size it was left with, and remembers how large it is made.
  public void dialog(String name, DialogPane pane) {
    String key = "dialog." + name;
    remembered(key)
        .filter(size -> size.length == 2 && Arrays.stream(size).allMatch(RememberedSizes::isSide))
        .ifPresent(size -> pane.setPrefSize(size[0], size[1]));
    pane.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .subscribe((before, now) -> {
          if (Boolean.TRUE.equals(before) && isSide(pane.getWidth()) && isSide(pane.getHeight())) {
            sizes.put(key, joined(pane.getWidth(), pane.getHeight()));
          }
        });
  }

  private static boolean isSide(double side) {
    return side >= LEAST_DIALOG && side <= MOST_DIALOG;
  }

  /// Orders, sizes and sorts the columns of a table, which need ids, as they were left, and
  /// remembers every change.
  public <T> void table(String name, TableView<T> table) {
    String key = "table." + name;
    Optional.ofNullable(sizes.get(key + ".columns")).ifPresent(text -> arrange(table, text));
    Optional.ofNullable(sizes.get(key + ".sort")).ifPresent(text -> sort(table, text));
    Runnable remember =
        () -> {
          sizes.put(key + ".columns", columns(table));
          sizes.put(key + ".sort", order(table));
        };
    table
        .getColumns()
        .forEach(column -> {
          column.widthProperty().subscribe((before, now) -> remember.run());
          column.sortTypeProperty().subscribe((before, now) -> remember.run());
        });
    table.getColumns().subscribe(remember);
    table.getSortOrder().subscribe(remember);
  }

  private static String columns(TableView<?> table) {
    return table.getColumns().stream()
        .map(column -> column.getId() + ":" + Math.round(column.getWidth()))
        .collect(Collectors.joining(","));
  }

  private static String order(TableView<?> table) {
    return table.getSortOrder().stream()
        .map(column -> column.getId() + ":" + column.getSortType())
        .collect(Collectors.joining(","));
  }

  private static <T> void arrange(TableView<T> table, String text) {
    int place = 0;
    for (String each : text.split(",", -1)) {
      String[] parts = each.split(":", -1);
      Optional<TableColumn<T, ?>> column = column(table, parts[0]);
      if (parts.length == 2 && column.isPresent()) {
        number(parts[1]).stream()
            .filter(width -> width >= LEAST_COLUMN)
            .forEach(column.get()::setPrefWidth);
        table.getColumns().remove(column.get());
        table.getColumns().add(place++, column.get());
      }
    }
  }

  private static <T> void sort(TableView<T> table, String text) {
    for (String each : text.split(",", -1)) {
      String[] parts = each.split(":", -1);
      column(table, parts[0])
          .filter(column -> parts.length == 2)
          .ifPresent(column -> {
            boolean isDown = parts[1].equals(TableColumn.SortType.DESCENDING.name());
            column.setSortType(
                isDown ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            table.getSortOrder().add(column);
          });
    }
  }

  private static <T> Optional<TableColumn<T, ?>> column(TableView<T> table, String id) {
    return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst();
  }

  private Optional<double[]> remembered(String key) {
    String text = sizes.getOrDefault(key, "");
    List<OptionalDouble> numbers =
        Arrays.stream(text.split(",", -1)).map(RememberedSizes::number).toList();
    return numbers.stream().allMatch(OptionalDouble::isPresent)
        ? Optional.of(numbers.stream().mapToDouble(OptionalDouble::getAsDouble).toArray())
        : Optional.empty();
  }

  /// A number of a file that people may edit.
  private static OptionalDouble number(String text) {
    try {
      return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException notOne) {
      LOG.warn("a remembered size is no number: {}", text);
      return OptionalDouble.empty();
    }
  }

  private static String joined(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> Numbers.plain(Math.round(number * 10_000) / 10_000.0))
        .collect(Collectors.joining(","));
  }
}
