package coretuning.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.MethodSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TransformSpec;
import coretuning.ui.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFormTest {
  @TempDir Path folder;
  private ExperimentForm form;

  @BeforeEach
  void begin() {
    form = new ExperimentForm(Specs.coreTuning(folder.toString()));
  }

  @Test
  void anUntouchedFormDescribesWhatItBeganWith() {
    assertThat(form.experimentProperty().get()).contains(Specs.coreTuning(folder.toString()));
    assertThat(form.messageProperty().get()).isEmpty();
  }

  @Test
  void aComparisonDiffersInTheMethodAlone() {
    var runs = form.comparison();
    assertThat(runs.getFirst().method()).isEqualTo(new MethodSpec.CeTuning());
    assertThat(runs.getLast()).isEqualTo(form.coreTuning());
    assertThat(runs.getFirst().withMethod(runs.getLast().method())).isEqualTo(runs.getLast());
  }

  @Test
  void typedValuesReachTheExperiment() {
    form.method.eta.textProperty().set("10");
    form.train.epochs.textProperty().set(" 3 ");
    form.seed.textProperty().set("42");
    var core = (MethodSpec.CoreTuning) form.coreTuning().method();
    assertThat(core.eta()).isEqualTo(10);
    assertThat(form.coreTuning().train().epochs()).isEqualTo(3);
    assertThat(form.ceTuning().seed()).isEqualTo(42);
  }

  @Test
  void theRuleOfTheSpecIsTheMessageOfTheField() {
    form.method.temperature.textProperty().set("0");
    assertThat(form.method.temperature.messageProperty().get())
        .isEqualTo("temperature must be above 0, got 0");
    assertThat(form.experimentProperty().get()).isEmpty();
    assertThat(form.messageProperty().get()).isEqualTo("1 field needs your attention");
    form.method.temperature.textProperty().set("0.2");
    assertThat(form.experimentProperty().get()).isPresent();
  }

  @Test
  void everyWrongFieldSaysSoByItself() {
    form.train.batchSize.textProperty().set("1");
    form.data.imageSize.textProperty().set("x");
    form.data.mean.textProperty().set("0.1, 0.2");
    form.data.root.textProperty().set(folder.resolve("missing").toString());
    assertThat(form.train.batchSize.messageProperty().get())
        .isEqualTo("batch size must be at least 2, got 1");
    assertThat(form.data.imageSize.messageProperty().get())
        .isEqualTo("needs a whole number, got x");
    assertThat(form.data.mean.messageProperty().get()).contains("3 values");
    assertThat(form.data.root.messageProperty().get()).startsWith("there is no folder");
    assertThat(form.messageProperty().get()).isEqualTo("4 fields need attention");
  }

  @Test
  void fieldsThatDoNotGoTogetherAreNamedBelowTheForm() {
    form.train.momentum.textProperty().set("0");
    assertThat(form.messageProperty().get()).isEqualTo("nesterov needs a momentum above 0, got 0");
    form.train.nesterov.valueProperty().set(false);
    assertThat(form.experimentProperty().get()).isPresent();
  }

  @Test
  void milestonesCountForTheStepScheduleOnly() {
    form.train.schedule.milestones.textProperty().set("0");
    assertThat(form.experimentProperty().get()).isPresent();
    form.train.schedule.kind.valueProperty().set(ScheduleForm.Kind.STEP);
    assertThat(form.experimentProperty().get()).isEmpty();
    form.train.schedule.milestones.textProperty().set("5, 8");
    assertThat(form.coreTuning().train().schedule())
        .isEqualTo(new ScheduleSpec.Step(List.of(5, 8), 0.1, 0));
  }

  @Test
  void readyMadeAugmentationFollowsTheImageSize() {
    form.train.augmentation.valueProperty().set(Augmentation.CROP_FLIP);
    form.data.imageSize.textProperty().set("64");
    assertThat(form.coreTuning().train().augmentation())
        .containsExactly(
            new TransformSpec.RandomCrop(64, 8), new TransformSpec.HorizontalFlip(0.5));
    form.train.augmentation.valueProperty().set(Augmentation.ROTATE_CROP_FLIP);
    form.data.imageSize.textProperty().set("256");
    assertThat(form.coreTuning().train().augmentation().getFirst())
        .isEqualTo(new TransformSpec.Resize(272));
  }

  @Test
  void aRunNameIsUsedForBothMethods() {
    form.name.textProperty().set("first try");
    assertThat(form.comparison()).allMatch(run -> run.name().equals("first try"));
  }
}
