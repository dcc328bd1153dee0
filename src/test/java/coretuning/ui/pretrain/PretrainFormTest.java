package coretuning.ui.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.Augmentation;
import coretuning.spec.DataFormat;
import coretuning.spec.PretrainName;
import coretuning.spec.PretrainPreset;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.ui.form.Entry;
import coretuning.ui.form.Field;
import coretuning.ui.support.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainFormTest {
  @TempDir Path folder;
  private PretrainForm form;

  @BeforeEach
  void begin() {
    form = new PretrainForm(PretrainPreset.MOCO_V2_SAMPLE, DataFormat.IDX, folder.toString());
  }

  private Pretraining described() {
    return form.pretrainingProperty().get().orElseThrow();
  }

  private static void type(Field field, String text) {
    ((Entry<?>) field).textProperty().set(text);
  }

  @Test
  void anUntouchedFormDescribesItsPreset() {
    for (PretrainPreset preset : PretrainPreset.values()) {
      Pretraining wanted = preset.pretraining(folder.toString());
      form = new PretrainForm(preset, wanted.data().format(), folder.toString());

      assertThat(described()).isEqualTo(wanted);
      assertThat(form.messageProperty().get()).isEmpty();
    }
  }

  @Test
  void anotherPresetKeepsTheImages() {
    form.data.format.valueProperty().set(DataFormat.CIFAR10);
    form = form.withPreset(PretrainPreset.MOCHI_IMAGENET100);

    assertThat(described().data().root()).isEqualTo(folder.toString());
    assertThat(described().data().format()).isEqualTo(DataFormat.CIFAR10);
    assertThat(described().train().epochs()).isEqualTo(200);
    assertThat(described().method()).isInstanceOf(PretrainSpec.Mochi.class);
  }

  @Test
  void everySettingOfMochiReachesTheRun() {
    form.method.valueProperty().set(PretrainName.MOCHI);
    type(form.synthesis.field("hardest"), "300");
    type(form.synthesis.field("queryMixed"), "7");
    type(form.momentum.field("queueSize"), "1000");
    type(form.train.learningRate, "0.03");

    var mochi = (PretrainSpec.Mochi) described().method();
    assertThat(mochi.synthesis().hardest()).isEqualTo(300);
    assertThat(mochi.synthesis().queryMixed()).isEqualTo(7);
    assertThat(mochi.momentum().queueSize()).isEqualTo(1000);
    assertThat(described().train().learningRate()).isEqualTo(0.03);
    assertThat(described().name()).isEqualTo("MoCHi");
  }

  @Test
  void whatIsTypedForMochiCountsForMochiAlone() {
    type(form.synthesis.field("hardest"), "1");
    assertThat(form.pretrainingProperty().get()).isPresent();

    form.method.valueProperty().set(PretrainName.MOCHI);
    assertThat(form.pretrainingProperty().get()).isEmpty();
    assertThat(((Entry<?>) form.synthesis.field("hardest")).messageProperty().get())
        .isEqualTo("hardest negatives must be at least 2, got 1");
    assertThat(form.messageProperty().get()).isEqualTo("1 field needs your attention");
  }

  @Test
  void colourImagesGetTheViewsOfMoco() {
    form.data.format.valueProperty().set(DataFormat.IMAGE_FOLDER);
    assertThat(form.train.augmentation.value()).isEqualTo(Augmentation.MOCO_V2);
    form.data.format.valueProperty().set(DataFormat.IDX);
    assertThat(form.train.augmentation.value()).isEqualTo(Augmentation.AS_GIVEN);
  }

  @Test
  void everyLineHasItsTexts() {
    Messages messages = Messages.ofProgram();
    var fields = new ArrayList<Field>(form.momentum.fields());
    fields.addAll(form.synthesis.fields());
    fields.addAll(List.of(form.method, form.architecture));
    fields.addAll(form.train.fields());
    fields.addAll(form.data.fields());
    fields.addAll(form.recording.fields());
    for (Field each : fields) {
      assertThat(messages.has("field." + each.key())).as(each.key()).isTrue();
      assertThat(messages.has("field." + each.key() + ".help")).as(each.key()).isTrue();
    }
    for (PretrainName each : PretrainName.values()) {
      assertThat(messages.has("pretrain.method." + each.label())).isTrue();
      assertThat(messages.has("choice." + each.name())).isTrue();
    }
    for (PretrainPreset each : PretrainPreset.values()) {
      assertThat(messages.has("choice." + each.name())).isTrue();
    }
  }
}
