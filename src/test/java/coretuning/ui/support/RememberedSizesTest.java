package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RememberedSizesTest {
  @Start
  void start(Stage stage) {}

  private static TableView<String> table(RememberedSizes sizes) {
    var table = new TableView<String>();
    for (String id : List.of("name", "seed", "notes")) {
      var column = new TableColumn<String, String>(id);
      column.setId(id);
      table.getColumns().add(column);
    }
    sizes.table("runs", table);
    return table;
  }

  @Test
  void columnsComeBackInTheirOrderWidthAndSort(FxRobot robot) {
    robot.interact(() -> {
      var first = new RememberedSizes(Map.of());
      TableView<String> before = table(first);
      TableColumn<String, ?> notes = before.getColumns().removeLast();
      before.getColumns().addFirst(notes);
      notes.setPrefWidth(222);
      before.getColumns().get(2).setSortType(TableColumn.SortType.DESCENDING);
      before.getSortOrder().add(before.getColumns().get(2));

      TableView<String> after = table(new RememberedSizes(first.sizes()));

      assertThat(after.getColumns())
          .extracting(column -> column.getId())
          .containsExactly("notes", "name", "seed");
      assertThat(after.getSortOrder())
          .singleElement()
          .satisfies(column -> {
            assertThat(column.getId()).isEqualTo("seed");
            assertThat(column.getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
          });
    });
  }

  @Test
  void whatDoesNotFitIsLeftOut(FxRobot robot) {
    robot.interact(() -> {
      var odd = new HashMap<String, String>();
      odd.put("table.runs.columns", "gone:50,seed:wide,,name:1e9x,notes:3");
      odd.put("table.runs.sort", "gone:ASCENDING,seed");
      odd.put("split.form", "left");
      odd.put("dialog.find", "5,5");
      var sizes = new RememberedSizes(odd);
      TableView<String> table = table(sizes);
      assertThat(table.getColumns()).hasSize(3);
      assertThat(table.getSortOrder()).isEmpty();
      var split = new SplitPane(new Label("a"), new Label("b"));
      sizes.split("form", split);
      assertThat(split.getDividerPositions()).containsExactly(0.5);
      var dialog = new DialogPane();
      sizes.dialog("find", dialog);
      assertThat(dialog.getPrefWidth()).isNotEqualTo(5);
    });
  }

  @Test
  void dividersAndDialogsComeBackWhereTheyWere(FxRobot robot) {
    robot.interact(() -> {
      var first = new RememberedSizes(Map.of("dialog.export", "900,640"));
      var split = new SplitPane(new Label("a"), new Label("b"));
      first.split("form", split);
      split.setDividerPositions(0.3125);
      var again = new RememberedSizes(first.sizes());
      var next = new SplitPane(new Label("a"), new Label("b"));
      again.split("form", next);
      assertThat(next.getDividerPositions()).containsExactly(0.3125);
      var dialog = new DialogPane();
      again.dialog("export", dialog);
      assertThat(dialog.getPrefWidth()).isEqualTo(900);
      assertThat(dialog.getPrefHeight()).isEqualTo(640);
    });
  }
}
