package coretuning.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.figure.Examples;
import coretuning.figure.Figure;
import coretuning.figure.FigureOrigin;
import coretuning.result.Problem;
import coretuning.spec.FigureLook;
import coretuning.spec.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {
  private static final FigureLook LOOK =
      FigureLook.standard().withSheet(new Sheet(120, 90, Sheet.Unit.MM, 110));

  @TempDir private Path folder;

  private static Drawing drawing(Figure figure) {
    return new Drawing(
        figure, LOOK, new FigureOrigin(new TreeMap<>(Map.of("Run 1", "a", "Title", "b"))));
  }

  static Stream<String> examples() {
    return Examples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyFigureIsDrawnAgainFromItsRecipeByteForByte(String name) {
    Drawing drawing = drawing(Examples.all().get(name));
    Path recipe = folder.resolve("a.figure.json");
    drawing.drawTo(folder.resolve("first.png"));
    drawing.save(recipe);

    assertThat(Drawing.isIn(recipe)).isTrue();
    Drawing.read(recipe).drawTo(folder.resolve("again.png"));

    assertThat(folder.resolve("again.png")).hasSameBinaryContentAs(folder.resolve("first.png"));
    assertThat(Drawing.read(recipe).figure().data().csv()).isEqualTo(drawing.figure().data().csv());
  }

  @Test
  void theExamplesAreOfEveryKindOfFigure() {
    Set<Class<?>> shown =
        Examples.all().values().stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(shown).isEqualTo(new HashSet<>(Drawing.FIGURES));
  }

  @Test
  void aRecipeThatWasEditedWronglyIsAProblemThatNamesTheField() throws IOException {
    Path recipe = folder.resolve("a.figure.json");
    drawing(Examples.all().get("scatter")).save(recipe);
    String text = Files.readString(recipe);

    for (List<String> edit :
        List.of(
            List.of("\"scatter-figure\"", "\"painting\"", "painting"),
            List.of("\"dpi\" : 110", "\"dpi\" : 5", "dpi must lie in [30, 2400], got 5"),
            List.of("\"channel\"", "\"chanel\"", "channel"))) {
      Files.writeString(recipe, text.replace(edit.get(0), edit.get(1)));
      assertThatThrownBy(() -> Drawing.read(recipe))
          .isInstanceOf(Problem.class)
          .hasMessageContaining(edit.get(2));
    }
    Files.writeString(recipe, "no JSON");
    assertThatThrownBy(() -> Drawing.isIn(recipe)).isInstanceOf(Problem.class);
  }
}
