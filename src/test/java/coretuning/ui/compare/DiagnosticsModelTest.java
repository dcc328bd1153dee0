package coretuning.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.figure.DiagnosticsFigure;
import coretuning.figure.TheoryFigure;
import coretuning.spec.MethodSpec;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Comparison;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticsModelTest {
  private final Comparison comparison = new Comparison();
  private final FakeRun core = new FakeRun("core", Specs.coreTuning());
  private final FakeRun plain =
      new FakeRun("plain", Specs.coreTuning().withMethod(new MethodSpec.CeTuning()));
  private final DiagnosticsModel model = new DiagnosticsModel(comparison);

  private void start() {
    comparison.accept(List.of(plain.started(), core.started()));
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThat(model.figure()).isEmpty();
    start();
    assertThat(model.figure()).isEmpty();
    model.choose(2);
    assertThat(model.figure()).isEmpty();
    assertThat(model.epochs()).isEmpty();
  }

  @Test
  void theTheoryShowsAllRuns() {
    start();
    comparison.accept(List.of(core.theory(0), core.theory(5), core.diagnosed(1)));

    var figure = (TheoryFigure) model.figure().orElseThrow();

    assertThat(figure.runs())
        .extracting(TheoryFigure.Run::name)
        .containsExactly("CE-tuning", "Core-tuning");
    assertThat(figure.runs().getLast().theory()).hasSize(2);
    assertThat(figure.runs().getLast().diagnostics()).hasSize(1);
    assertThat(model.run()).isEmpty();
  }

  @Test
  void theBatchesAreThoseOfTheChosenRunAndEpochOrTheNewest() {
    start();
    comparison.accept(List.of(core.diagnosed(1), core.diagnosed(2), core.diagnosed(3)));
    model.choose(2);

    assertThat(model.run().orElseThrow().id()).isEqualTo("core");
    assertThat(model.epochs()).containsExactly(1, 2, 3);
    assertThat(((DiagnosticsFigure) model.figure().orElseThrow()).epoch()).isEqualTo(3);
    model.chooseEpoch(Optional.of(2));
    assertThat(((DiagnosticsFigure) model.figure().orElseThrow()).epoch()).isEqualTo(2);
    model.choose(1);
    assertThat(model.figure()).isEmpty();
  }

  @Test
  void aWarningOfAllRunsIsSaidOnceAndAnotherNamesItsRun() {
    start();
    comparison.accept(plain.warnings());
    comparison.accept(core.warnings());
    comparison.accept(core.warnings());

    assertThat(model.warnings())
        .containsExactly(
            new DiagnosticsModel.Line(
                List.of(), "Each epoch leaves out 3 of 1000 training images."),
            new DiagnosticsModel.Line(
                List.of("Core-tuning"),
                "12.5 % of the anchors have no other image of their class."));
  }

  @Test
  void aPositionBelowZeroIsRefused() {
    assertThatThrownBy(() -> model.choose(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
