package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureSpec;
import coretuning.spec.FigureSpec.RunReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeFileTest {
  @TempDir private Path folder;

  @Test
  void aRecipeIsReadAsItWasWritten() {
    Path file = RecipeFile.beside(folder.resolve("losses.v2.png"));
    FigureSpec recipe = recipe(new RunReference("one", "gone"));

    RecipeFile.write(file, recipe);

    assertThat(file).hasFileName("losses.v2.figure.json");
    assertThat(RecipeFile.read(file)).isEqualTo(recipe);
    assertThat(file).hasContent(RecipeFile.text(recipe));
  }

  @Test
  void aRunIsFoundWhereItWasOrBesideTheRecipeOrInTheStore() throws IOException {
    var here = new RunStore(folder.resolve("here"));
    RunFolder run = here.create(Samples.experiment());
    Path file = folder.resolve("paper").resolve("a.figure.json");
    Path elsewhere = folder.resolve("nowhere");

    var moved = new RunReference(run.id(), elsewhere.toString());
    assertThat(found(recipe(RecipeFile.reference(run)), file, new RunStore(elsewhere)))
        .containsExactly(run.path());
    assertThat(found(recipe(moved), file, here)).containsExactly(run.path());

    Path beside = file.resolveSibling(run.id());
    Files.createDirectories(file.getParent());
    Files.move(run.path(), beside);
    assertThat(found(recipe(moved), file, new RunStore(elsewhere))).containsExactly(beside);
  }

  @Test
  void aRunThatIsGoneIsAProblemThatNamesIt() {
    FigureSpec recipe = recipe(new RunReference("lost", folder.resolve("lost").toString()));

    assertThatThrownBy(
            () -> RecipeFile.runs(recipe, folder.resolve("a.figure.json"), new RunStore(folder)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the run lost is gone");
  }

  @Test
  void aValueOutOfRangeIsAProblemThatNamesTheFile() throws IOException {
    Path file = folder.resolve("a.figure.json");
    String text = RecipeFile.text(recipe(new RunReference("one", "one")));
    Files.writeString(file, text.replaceAll("\"dpi\" : \\d+", "\"dpi\" : 5"));

    assertThatThrownBy(() -> RecipeFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("a.figure.json")
        .hasMessageContaining("dpi must lie in [30, 2400], got 5");
    assertThatThrownBy(() -> RecipeFile.read(folder.resolve("none.figure.json")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the recipe does not exist");
  }

  @Test
  void theSameSettingsHaveTheSameHash() {
    var store = new RunStore(folder);
    RunFolder one = store.create(Samples.experiment());
    RunFolder two = store.create(Samples.experiment());
    RunFolder other = store.create(Samples.pretraining());

    assertThat(one.specHash()).hasSize(64).isEqualTo(two.specHash());
    assertThat(other.specHash()).isNotEqualTo(one.specHash());
  }

  private static List<Path> found(FigureSpec recipe, Path file, RunStore store) {
    return RecipeFile.runs(recipe, file, store).stream().map(RunFolder::path).toList();
  }

  private static FigureSpec recipe(RunReference run) {
    return new FigureSpec(
        "losses", List.of(run), Map.of("smoothing", "0.5"), FigureLook.standard());
  }
}
