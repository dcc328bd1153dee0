package coretuning.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.figure.CurveFigure;
import coretuning.figure.Panels;
import coretuning.gallery.CurveRecipe.Panel;
import coretuning.result.EpochMetrics;
import coretuning.result.LossTerm;
import coretuning.result.Problem;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureSpec;
import coretuning.spec.FigureSpec.RunReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurveRecipeTest {
  private static final CurveRecipe RECIPE =
      new CurveRecipe(
          List.of("CE-tuning", "Core-tuning"),
          List.of(
              new Panel(CurveMeasure.LOSS, "", "epoch", "loss (nats)", true),
              new Panel(CurveMeasure.VALIDATION_TOP1, "", "epoch", "%", false)),
          0.25);

  @Test
  void aRecipeIsReadAsItWasStored() {
    assertThat(CurveRecipe.read(stored())).isEqualTo(RECIPE);
  }

  @Test
  void panelsShowTheirMeasureOfEveryRun() {
    var panels = (Panels) RECIPE.drawn(List.of(epochs(3.0), epochs(2.0)));

    var loss = (CurveFigure) panels.figures().getFirst();
    assertThat(loss.isLogarithmic()).isTrue();
    assertThat(loss.smoothing()).isEqualTo(0.25);
    assertThat(loss.series()).extracting("name").containsExactly("CE-tuning", "Core-tuning");
    assertThat(loss.series().getLast().y()).containsExactly(2.0, 1.0);
    // No image was held out: there is nothing to draw.
    assertThat(((CurveFigure) panels.figures().getLast()).series()).isEmpty();
  }

  @Test
  void aWrongChoiceIsAProblemThatNamesIt() {
    FigureSpec wrong =
        new FigureSpec(
            "curves",
            List.of(new RunReference("a", "a")),
            Map.of("panel.0.measure", "BEAUTY"),
            FigureLook.standard());

    assertThatThrownBy(() -> CurveRecipe.read(wrong))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("BEAUTY");
    assertThatThrownBy(() -> RECIPE.drawn(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 runs got 2 names");
  }

  private static FigureSpec stored() {
    return RECIPE.spec(
        List.of(new RunReference("a", "x/a"), new RunReference("b", "x/b")), FigureLook.standard());
  }

  private static List<EpochMetrics> epochs(double loss) {
    return List.of(epoch(1, loss), epoch(2, loss - 1));
  }

  private static EpochMetrics epoch(int epoch, double loss) {
    return new EpochMetrics(
        epoch,
        loss,
        List.of(new LossTerm("cross-entropy", loss)),
        0.5,
        Optional.empty(),
        0.1,
        100,
        0.25);
  }
}
