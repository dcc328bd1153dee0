package coretuning.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.AlignmentUniformityFigure;
import coretuning.figure.CentreDistanceFigure;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.RidgeFigure;
import coretuning.figure.SpreadFigure;
import coretuning.spec.MethodSpec;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadModelTest {
  private final Comparison comparison = new Comparison();
  private final FakeRun core = new FakeRun("core", Specs.coreTuning());
  private final FakeRun plain =
      new FakeRun("plain", Specs.coreTuning().withMethod(new MethodSpec.CeTuning()));
  private final SpreadModel model = new SpreadModel(comparison, "before");

  private Figure figure() {
    return model
        .figure(k -> IntStream.range(0, k).mapToObj(Integer::toString).toList())
        .orElseThrow()
        .get();
  }

  private void record() {
    comparison.accept(
        List.of(
            plain.started(),
            core.started(),
            plain.snapshot(0),
            core.snapshot(0),
            plain.snapshot(5),
            core.snapshot(5),
            core.snapshot(10)));
  }

  @Test
  void withoutFeaturesThereIsNothingToMeasure() {
    comparison.accept(List.of(plain.started(), core.started()));
    assertThat(model.figure(k -> List.of())).isEmpty();
    assertThat(model.epochs()).isEmpty();
  }

  @Test
  void theStartIsShownOnceAndThenEachRunAtItsNewestEpochOrTheChosenOne() {
    record();

    assertThat(model.epochs()).containsExactly(5, 10);
    assertThat(model.sides())
        .extracting(side -> side.name() + " " + side.snapshot().epoch())
        .containsExactly("before 0", "CE-tuning 5", "Core-tuning 10");
    model.chooseEpoch(Optional.of(5));
    assertThat(model.sides())
        .extracting(side -> side.name() + " " + side.snapshot().epoch())
        .containsExactly("before 0", "CE-tuning 5", "Core-tuning 5");
  }

  @Test
  void eachSubjectIsAFigureOfAllSides() {
    record();

    var own = (RidgeFigure) figure();
    assertThat(own.models())
        .extracting(RidgeFigure.Model::name)
        .containsExactly("before", "CE-tuning", "Core-tuning");
    model.choose(SpreadModel.Subject.OTHER_CENTRE);
    var other = (RidgeFigure) figure();
    assertThat(other.models().getFirst().values()).isNotEqualTo(own.models().getFirst().values());
    model.choose(SpreadModel.Subject.CENTRES);
    assertThat(((Panels) figure()).figures())
        .hasSize(3)
        .extracting(each -> ((CentreDistanceFigure) each).most())
        .containsOnly(((CentreDistanceFigure) ((Panels) figure()).figures().getFirst()).most());
    model.choose(SpreadModel.Subject.SUMMARY);
    assertThat(((SpreadFigure) figure()).models()).hasSize(3);
  }

  @Test
  void theTrailIsThatOfEachRunOverItsEpochs() {
    record();
    model.choose(SpreadModel.Subject.TRAIL);

    var trails = ((AlignmentUniformityFigure) figure()).trails();

    assertThat(trails).extracting(each -> each.alignment().length).containsExactly(2, 3);
    assertThat(model.isOfOneEpoch()).isFalse();
  }
}
