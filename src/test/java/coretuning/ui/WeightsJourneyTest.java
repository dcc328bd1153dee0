package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.FocalHeatFigure;
import coretuning.ui.plot.FigureView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Focal weights over epochs, found by what a user reads.
@ExtendWith(ApplicationExtension.class)
class WeightsJourneyTest {
  @TempDir static Path folder;
  private Path own = Path.of("");
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    own = Files.createTempDirectory(folder, "weights");
    window = OpenWindow.in(own);
    laboratory = window.laboratory();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static FocalHeatFigure heatMap(FigureView view) {
    return (FocalHeatFigure) view.getFigure();
  }

  @Test
  void aRowOfTheHeatMapSelectsItsAnchorAndTheHardOnesAreExported(FxRobot robot) throws IOException {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    laboratory.epochs.release(100);
    journey.await(() -> journey.reads("Compare CE-tuning and Core-tuning – finished"));
    robot.clickOn("Focal weights");
    robot.clickOn("Anchors × epochs");
    FigureView view = robot.lookup("#focal-heat-map").queryAs(FigureView.class);
    journey.await(() -> view.getFigure() instanceof FocalHeatFigure);
    assertThat(heatMap(view).rows().courses()).hasSize(200);

    robot.clickOn(view);
    int anchor = heatMap(view).selected().orElseThrow();
    assertThat(heatMap(view).rows().courses())
        .anySatisfy(course -> assertThat(course.sample()).isEqualTo(anchor));
    robot.clickOn("Show its pair");
    ListView<?> anchors = robot.lookup("#anchors").queryListView();
    assertThat(anchors.getSelectionModel().getSelectedItem().toString())
        .contains("anchor=" + anchor);

    robot.clickOn("Focal weights");
    robot.clickOn("Anchors that stay hard");
    TableView<?> table = robot.lookup("#hard-anchors").queryTableView();
    assertThat(table.getItems()).isNotEmpty();
    robot.clickOn("Export list");
    Path file = own.resolve("hard-anchors.csv");
    journey.await(() -> journey.reads(table.getItems().size() + " anchors written to " + file));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + table.getItems().size());
    assertThat(lines.getFirst())
        .isEqualTo("sample,file,class,mean,min,max,last,epochs_hard,epochs");
    String[] hardest = lines.get(1).split(",", -1);
    int sample = Integer.parseInt(hardest[0]);
    assertThat(hardest[1]).isEqualTo("images/%06d.png".formatted(sample));
    assertThat(hardest[2]).isEqualTo(FakeLaboratory.CLASS_NAMES.get(FakeRun.label(sample)));
    assertThat(Double.parseDouble(hardest[4])).isLessThanOrEqualTo(Double.parseDouble(hardest[3]));
    assertThat(Double.parseDouble(hardest[5]))
        .isGreaterThanOrEqualTo(Double.parseDouble(hardest[3]));
    assertThat(
            lines.stream().skip(1).map(line -> Integer.parseInt(line.split(",", -1)[7])).toList())
        .isSortedAccordingTo((a, b) -> b - a)
        .allMatch(epochs -> epochs > 0);
  }
}
