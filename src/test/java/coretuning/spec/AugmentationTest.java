package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentationTest {
  private static final List<TransformSpec> GIVEN =
      List.of(
          new TransformSpec.Resize(32),
          new TransformSpec.RandomCrop(28, 2),
          new TransformSpec.RandomResizedCrop(28, 0.3, 1),
          new TransformSpec.Rotation(15));

  @Test
  void aGivenPipelineGrowsWithTheImages() {
    assertThat(Augmentation.AS_GIVEN.steps(28, GIVEN, 28)).isEqualTo(GIVEN);
    assertThat(Augmentation.AS_GIVEN.steps(96, GIVEN, 28))
        .containsExactly(
            new TransformSpec.Resize(110),
            new TransformSpec.RandomCrop(96, 7),
            new TransformSpec.RandomResizedCrop(96, 0.3, 1),
            new TransformSpec.Rotation(15));
  }

  @Test
  void mocoV2AtItsOwnSizeIsThatOfItsAuthors() {
    assertThat(Augmentation.MOCO_V2.steps(224, GIVEN, 28))
        .containsExactly(
            new TransformSpec.RandomResizedCrop(224, 0.2, 1),
            new TransformSpec.ColourJitter(0.4, 0.4, 0.4, 0.1, 0.8),
            new TransformSpec.Grayscale(0.2),
            new TransformSpec.GaussianBlur(0.1, 2, 0.5),
            new TransformSpec.HorizontalFlip(0.5));
    assertThat(Augmentation.MOCO_V2.steps(56, GIVEN, 28))
        .contains(new TransformSpec.GaussianBlur(0.1, 0.5, 0.5));
  }

  @ParameterizedTest
  @EnumSource
  void everyPipelineSuitsSmallImagesAndIsFoundByItsLabel(Augmentation each) {
    assertThat(each.steps(8, GIVEN, 28)).isNotNull();
    assertThat(Augmentation.ofLabel(each.label())).isEqualTo(each);
  }

  @Test
  void anUnknownLabelNamesThoseThatExist() {
    assertThatThrownBy(() -> Augmentation.ofLabel("crop"))
        .hasMessage(
            "augmentation must be one of as-given, none, crop-flip, resized-crop-flip,"
                + " rotate-crop-flip, moco-v1, moco-v2; got crop");
  }
}
