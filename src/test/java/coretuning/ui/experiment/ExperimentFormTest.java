package coretuning.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.Architecture;
import coretuning.spec.Augmentation;
import coretuning.spec.BackboneSpec;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.LabelSet;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.spec.RecordingSpec;
import coretuning.spec.SampleChoice;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.Selection;
import coretuning.spec.Settings;
import coretuning.spec.TrainSpec;
import coretuning.spec.TransformSpec;
import coretuning.ui.Specs;
import coretuning.ui.form.Choice;
import coretuning.ui.form.Entry;
import coretuning.ui.form.Field;
import coretuning.ui.form.ScheduleForm;
import coretuning.ui.form.Toggle;
import coretuning.ui.support.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private Entry<?> entry(String setting) {
    return (Entry<?>) form.method.field(MethodName.CORE_TUNING, setting);
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
    assertThat(runs.getLast()).isEqualTo(form.chosen());
    assertThat(runs.getFirst().withMethod(runs.getLast().method())).isEqualTo(runs.getLast());
  }

  @Test
  void typedValuesReachTheExperiment() {
    entry("eta").textProperty().set("10");
    form.train.epochs.textProperty().set(" 3 ");
    form.seed.textProperty().set("42");
    var core = (MethodSpec.CoreTuning) form.chosen().method();
    assertThat(core.eta()).isEqualTo(10);
    assertThat(form.chosen().train().epochs()).isEqualTo(3);
    assertThat(form.ceTuning().seed()).isEqualTo(42);
  }

  @Test
  void theRuleOfTheSpecIsTheMessageOfTheField() {
    entry("temperature").textProperty().set("0");
    assertThat(entry("temperature").messageProperty().get())
        .isEqualTo("temperature must be above 0, got 0");
    assertThat(form.experimentProperty().get()).isEmpty();
    assertThat(form.messageProperty().get()).isEqualTo("1 field needs your attention");
    entry("temperature").textProperty().set("0.2");
    assertThat(form.experimentProperty().get()).isPresent();
  }

  @Test
  void onlyTheChosenMethodsLinesCount() {
    entry("temperature").textProperty().set("0");
    form.method.name.valueProperty().set(MethodName.CE_TUNING);
    assertThat(form.chosen().method()).isEqualTo(new MethodSpec.CeTuning());
    assertThat(entry("eta").applicableProperty().get()).isFalse();
    form.method.name.valueProperty().set(MethodName.CORE_TUNING);
    assertThat(form.experimentProperty().get()).isEmpty();
  }

  @Test
  void everyMethodIsBuiltAsItStands() {
    for (MethodName each : MethodName.values()) {
      form.method.name.valueProperty().set(each);
      assertThat(form.chosen().method()).isEqualTo(each.defaults());
      assertThat(form.chosen().name()).isEqualTo(each.title());
    }
  }

  @Test
  void aReadingIsChosenAsAWholeOrSwitchBySwitch() {
    var reading = (Choice<?>) line("core-tuning-reading");
    var detach = (Toggle) line("core-tuning-detachOriginals");
    assertThat(reading.value()).isEqualTo("paper");

    choose(reading, "released");
    assertThat(((MethodSpec.CoreTuning) form.chosen().method()).reading())
        .isEqualTo(CoreTuningReading.released());
    assertThat(detach.value()).isTrue();

    detach.valueProperty().set(false);
    assertThat(reading.value()).isEqualTo("own");
    detach.valueProperty().set(true);
    assertThat(reading.value()).isEqualTo("released");

    choose(reading, "paper");
    assertThat(form.chosen().method()).isEqualTo(MethodName.CORE_TUNING.defaults());
  }

  private Field line(String key) {
    return form.method.fields().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static void choose(Choice<?> choice, String value) {
    ((Choice<String>) choice).valueProperty().set(value);
  }

  @Test
  void everyMethodAndEverySettingHasItsTexts() {
    Messages messages = Messages.ofProgram();
    for (MethodName each : MethodName.values()) {
      assertThat(messages.text("method." + each.label())).isNotBlank();
      assertThat(messages.text("choice." + each.name())).isEqualTo(each.title());
      for (Settings.Setting setting : Settings.of((Record) each.defaults())) {
        String key = "field." + each.label() + "-" + setting.name();
        assertThat(messages.text(key)).as(key).isNotBlank();
        assertThat(messages.text(key + ".help")).as(key).endsWith(".");
      }
    }
    assertThat(form.method.fields()).map(Field::key).doesNotHaveDuplicates();
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
    assertThat(form.chosen().train().schedule())
        .isEqualTo(new ScheduleSpec.Step(List.of(5, 8), 0.1, 0));
  }

  @Test
  void readyMadeAugmentationFollowsTheImageSize() {
    form.data.imageSize.textProperty().set("56");
    assertThat(form.chosen().train().augmentation())
        .containsExactly(
            new TransformSpec.RandomCrop(56, 4), new TransformSpec.HorizontalFlip(0.5));
    form.train.augmentation.valueProperty().set(Augmentation.CROP_FLIP);
    form.data.imageSize.textProperty().set("64");
    assertThat(form.chosen().train().augmentation())
        .containsExactly(
            new TransformSpec.RandomCrop(64, 8), new TransformSpec.HorizontalFlip(0.5));
    form.train.augmentation.valueProperty().set(Augmentation.ROTATE_CROP_FLIP);
    form.data.imageSize.textProperty().set("256");
    assertThat(form.chosen().train().augmentation().getFirst())
        .isEqualTo(new TransformSpec.Resize(272));
  }

  @Test
  void aRunNameIsUsedForBothMethods() {
    form.name.textProperty().set("first try");
    assertThat(form.comparison()).allMatch(run -> run.name().equals("first try"));
  }

  @Test
  void anyExperimentCanBeTakenOverAndIsDescribedExactly() throws IOException {
    Path weights = Files.writeString(folder.resolve("weights.safetensors"), "");
    Experiment base = Specs.coreTuning(folder.toString());
    for (MethodName each : MethodName.values()) {
      var other =
          new Experiment(
              "a name of its own",
              new DataSpec(
                  DataFormat.LIST,
                  folder.toString(),
                  64,
                  0.2,
                  0.5,
                  List.of(0.1, 0.2, 0.3),
                  List.of(0.4, 0.5, 0.6),
                  new SampleChoice(
                      3, LabelSet.STANDARD, List.of("photo"), List.of("sketch"), true)),
              new BackboneSpec(Architecture.RESNET50, Optional.of(weights.toString()), true, true),
              each.defaults(),
              new TrainSpec(
                  7,
                  32,
                  2,
                  0.1 + 0.2,
                  3,
                  0.5,
                  false,
                  1e-7,
                  new ScheduleSpec.Step(List.of(2, 4), 0.3, 1),
                  List.of(new TransformSpec.Grayscale(0.25))),
              new RecordingSpec(2, 50, 7, 0.3),
              DeviceChoice.CPU,
              Long.MAX_VALUE,
              Selection.BEST_VALIDATION_EPOCH);
      assertThat(form.show(other)).isEmpty();
      assertThat(form.experimentProperty().get()).as(form.messageProperty().get()).contains(other);
    }
    assertThat(form.show(base)).isEmpty();
    assertThat(form.experimentProperty().get()).contains(base);
  }

  @Test
  void switchesOfAnotherReadingAreTakenOver() {
    var core = (MethodSpec.CoreTuning) Specs.coreTuning().method();
    var asCode = Settings.with(core, Map.of("eta", "3", "alpha", "0.25"));
    Experiment other =
        Specs.coreTuning(folder.toString()).withMethod(asCode).withName("Core-tuning");
    form.method.name.valueProperty().set(MethodName.BSS);
    assertThat(form.show(other)).isEmpty();
    assertThat(form.chosen()).isEqualTo(other);
  }

  @Test
  void dataThatAreGoneAreMarkedAndAllElseIsTakenOver() {
    Experiment gone = Specs.coreTuning(folder.resolve("gone").toString()).withSeed(77);
    assertThat(form.show(gone)).isEmpty();
    assertThat(form.experimentProperty().get()).isEmpty();
    assertThat(form.data.root.messageProperty().get()).isNotEmpty();
    form.data.root.textProperty().set(folder.toString());
    assertThat(form.chosen().seed()).isEqualTo(77);
  }
}
