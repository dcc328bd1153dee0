package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Theory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The figures by which a user judges whether to trust a run.
class TrustFiguresTest {
  private static Drawing drawn(Figure figure) {
    return new Drawing(figure, 1200, 800, Style.LIGHT);
  }

  @Test
  void theTheoryNamesEveryQuantityAndRun() {
    assertThat(drawn(Examples.theory()).words())
        .contains(
            "Tightness T",
            "Contrast R",
            "L_con = T + R",
            "Class-conditional entropy H(Z|Y)",
            "Entropy H(Z)",
            "Cross-entropy of training images",
            "CE-tuning",
            "Core-tuning");
  }

  @Test
  void theoryOfARunThatJustBeganIsDrawn() {
    var figure =
        new TheoryFigure(
            "",
            List.of(
                new TheoryFigure.Run("a", List.of(new Theory(0, 1, 2, Double.NaN, 3)), List.of())));

    assertThat(figure.hasData()).isTrue();
    assertThat(drawn(figure).words()).contains("no data", "Tightness T");
    assertThat(
            new TheoryFigure("", List.of(new TheoryFigure.Run("a", List.of(), List.of())))
                .hasData())
        .isFalse();
  }

  @Test
  void diagnosticsShowSharesGradientsAndBothHistograms() {
    assertThat(drawn(Examples.diagnostics(true)).words())
        .contains(
            "Shares of anchors",
            "hardest positive is the anchor",
            "hardest positive of another class",
            "focal contrastive",
            "Pairs of images in a batch, epoch 12",
            "Anchors and their mixes, epoch 12",
            "to z+");
  }

  @Test
  void methodsWithoutMiningHaveNeitherItsSharesNorMixes() {
    assertThat(drawn(Examples.diagnostics(false)).words())
        .contains("same class", "Gradient at the features, by term")
        .doesNotContain("hardest positive is the anchor", "to z+")
        .noneMatch(word -> word.startsWith("Anchors and their mixes"));
  }

  @Test
  void theChosenEpochOrTheNewestBeforeItIsShown() {
    var epochs = Examples.epochDiagnostics(false);

    assertThat(drawn(new DiagnosticsFigure("", epochs, 7)).words())
        .contains("Pairs of images in a batch, epoch 7");
    assertThat(drawn(new DiagnosticsFigure("", epochs.subList(0, 5), 9)).words())
        .contains("Pairs of images in a batch, epoch 5");
    assertThat(drawn(new DiagnosticsFigure("", epochs.subList(3, 5), 1)).words())
        .contains("Pairs of images in a batch, epoch 4");
  }

  @Test
  void kindsWithoutCosinesAreNotInTheLegend() {
    assertThat(drawn(Examples.similarities()).words())
        .contains("same class", "other class", "share (%)")
        .doesNotContain("none");
  }
}
