package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PretrainPresetTest {
  @Test
  void mochiOnImageNet100IsAsItsPaperStates() {
    Pretraining run = PretrainPreset.ofLabel("mochi-imagenet100").pretraining("images");

    assertThat(run.architecture()).isEqualTo(Architecture.RESNET50);
    assertThat(run.method().momentum())
        .isEqualTo(new MomentumSpec(0.2, 16_384, 0.999, 128, 8, false));
    assertThat(run.method())
        .isInstanceOfSatisfying(
            PretrainSpec.Mochi.class,
            mochi ->
                assertThat(mochi.synthesis())
                    .isEqualTo(new SynthesisSpec(1024, 1024, 128, 0.5, 10, false)));
    assertThat(run.train().epochs()).isEqualTo(200);
    assertThat(run.train().learningRate()).isEqualTo(0.03);
    assertThat(run.train().augmentation()).hasSize(5);
    assertThat(run.data().root()).isEqualTo("images");
  }

  @Test
  void theTwoOfAPairDifferInTheMethodAlone() {
    Pretraining moco = PretrainPreset.MOCO_V2_SAMPLE.pretraining("images");
    Pretraining mochi = PretrainPreset.MOCHI_SAMPLE.pretraining("images");

    assertThat(moco).isEqualTo(SamplePreset.pretraining("images"));
    assertThat(mochi.method())
        .isEqualTo(new PretrainSpec.Mochi(moco.method().momentum(), SamplePreset.SYNTHESIS));
    assertThat(mochi).usingRecursiveComparison().ignoringFields("name", "method").isEqualTo(moco);
  }

  @Test
  void anUnknownLabelNamesThoseThatExist() {
    assertThatThrownBy(() -> PretrainPreset.ofLabel("simclr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moco-v2-sample, mochi-sample, moco-v2-imagenet100");
  }
}
