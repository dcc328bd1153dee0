package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.DecisionPathFigure;
import coretuning.figure.MixMapFigure;
import coretuning.ui.plot.FigureView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The pair laboratory, found by what a user reads.
@ExtendWith(ApplicationExtension.class)
class PairLaboratoryJourneyTest {
  @TempDir static Path folder;
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    Path own = Files.createTempDirectory(folder, "pairs");
    window = OpenWindow.in(own);
    laboratory = window.laboratory();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static MixMapFigure.Place place(FxRobot robot, String name) {
    FigureView view = robot.lookup("#mix-map").queryAs(FigureView.class);
    return ((MixMapFigure) view.getFigure())
        .spots().stream()
            .filter(spot -> spot.name().equals(name))
            .map(MixMapFigure.Spot::place)
            .findFirst()
            .orElseThrow();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryLabeled().getText();
  }

  @Test
  void aSliderMovesTheMixOnTheMapAndItsCosine(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    laboratory.epochs.release(100);
    journey.await(() -> journey.reads("Compare CE-tuning and Core-tuning – finished"));
    robot.clickOn("Hard pairs");
    ListView<?> anchors = robot.lookup("#anchors").queryListView();
    robot.interact(() -> anchors.getSelectionModel().select(2));
    robot.clickOn("Laboratory");
    journey.await(() -> journey.reads("Random −"));
    Slider slider = robot.lookup("#lambda-positive").queryAs(Slider.class);

    robot.interact(() -> slider.setValue(1));
    MixMapFigure.Place atPositive = place(robot, "z⁺");
    MixMapFigure.Place negativeMix = place(robot, "z⁻");
    String cosine = text(robot, "#cosine-positive");
    String weight = text(robot, "#reading-weight");
    assertThat(atPositive).isEqualTo(place(robot, "Hardest +"));
    assertThat(journey.reads("λ = 1.000")).isTrue();

    robot.interact(() -> slider.setValue(0.25));
    assertThat(place(robot, "z⁺")).isNotEqualTo(atPositive);
    assertThat(place(robot, "z⁻")).isEqualTo(negativeMix);
    assertThat(text(robot, "#cosine-positive")).isNotEqualTo(cosine);
    assertThat(text(robot, "#reading-weight")).isNotEqualTo(weight);
    FigureView paths = robot.lookup("#decision-paths").queryAs(FigureView.class);
    journey.await(() -> paths.getFigure() instanceof DecisionPathFigure);
    var figure = (DecisionPathFigure) paths.getFigure();
    assertThat(figure.panels())
        .extracting(DecisionPathFigure.Panel::name)
        .containsExactly("CE-tuning", "Core-tuning");
    assertThat(figure.marker()).hasValue(0.25);
  }
}
