package coretuning.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.data.Dataset;
import coretuning.data.RandomStream;
import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.TransformSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private final Dataset dataset = Samples.dataset();

  @Test
  void evaluationOnlyNormalises() {
    Pipeline pipeline = Pipeline.evaluation(Samples.SPEC);
    var written = new float[pipeline.outputLength()];
    pipeline.write(dataset, 5, Images.unused(), written, 0);

    var bytes = new byte[28 * 28];
    dataset.copyPixels(5, bytes);
    for (int i = 0; i < written.length; i++) {
      float expected = ((bytes[i % 784] & 0xff) / 255f - 0.286f) / 0.353f;
      assertThat(written[i]).isEqualTo(expected, within(1e-5f));
    }
  }

  @Test
  void everyChannelHasItsOwnMeanAndDeviation() {
    var spec =
        new DataSpec(DataFormat.IDX, "x", 28, 0, 1, List.of(0.0, 0.5, 1.0), List.of(1.0, 2.0, 4.0));
    Pipeline pipeline = Pipeline.evaluation(spec);
    var written = new float[pipeline.outputLength()];
    pipeline.write(dataset, 5, Images.unused(), written, 0);

    float gray = written[400];
    assertThat(written[784 + 400]).isEqualTo((gray - 0.5f) / 2, within(1e-6f));
    assertThat(written[2 * 784 + 400]).isEqualTo((gray - 1) / 4, within(1e-6f));
  }

  @Test
  void writingKeepsToItsPlaceInTheBatch() {
    Pipeline pipeline = Pipeline.evaluation(Samples.SPEC);
    var written = new float[pipeline.outputLength() + 20];
    java.util.Arrays.fill(written, 77);
    pipeline.write(dataset, 0, Images.unused(), written, 10);

    assertThat(java.util.Arrays.copyOf(written, 10)).containsOnly(77);
    assertThat(java.util.Arrays.copyOfRange(written, written.length - 10, written.length))
        .containsOnly(77);
    assertThat(written[10]).isNotEqualTo(77);
  }

  @Test
  void theLastGeometricStepDecidesTheSize() {
    assertThat(Pipeline.evaluation(Samples.SPEC).outputSize()).isEqualTo(28);
    assertThat(size(new TransformSpec.Resize(40), new TransformSpec.RandomCrop(32, 0)))
        .isEqualTo(32);
    assertThat(size(new TransformSpec.RandomResizedCrop(20, .2, 1))).isEqualTo(20);
    assertThat(
            size(
                new TransformSpec.RandomCrop(24, 0),
                new TransformSpec.HorizontalFlip(.5),
                new TransformSpec.Rotation(5),
                new TransformSpec.Grayscale(1),
                new TransformSpec.ColourJitter(0, 0, 0, 0, 0),
                new TransformSpec.GaussianBlur(1, 1, 0)))
        .isEqualTo(24);
  }

  @Test
  void everyStepGivesTheSizeItPromises() {
    var steps =
        List.<TransformSpec>of(
            new TransformSpec.Resize(40),
            new TransformSpec.Rotation(15),
            new TransformSpec.RandomCrop(32, 2),
            new TransformSpec.RandomResizedCrop(20, .2, 1));
    for (int count = 0; count <= steps.size(); count++) {
      Pipeline pipeline = Pipeline.of(steps.subList(0, count), Samples.SPEC);
      var written = new float[pipeline.outputLength()];
      written[written.length - 1] = 99;
      pipeline.write(dataset, 3, RandomStream.of(1), written, 0);

      assertThat(written[written.length - 1]).isNotEqualTo(99);
    }
  }

  @Test
  void aCropThatCannotFitIsRefusedBeforeAnyImageIsRead() {
    assertThatThrownBy(() -> size(new TransformSpec.RandomCrop(40, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("crop of 40 must fit the image of 28 with padding 4");
  }

  @Test
  void aDataSetOfAnotherSizeIsRefused() {
    var other =
        new DataSpec(
            DataFormat.IDX, "x", 32, 0, 1, DataSpec.IMAGENET_MEAN, DataSpec.IMAGENET_DEVIATION);

    assertThatThrownBy(() ->
            Pipeline.evaluation(other)
                .write(dataset, 0, Images.unused(), new float[3 * 32 * 32], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("opened at image size 32, got 28");
  }

  @Test
  void augmentedPixelsStayFiniteAndInRange() {
    Pipeline pipeline = Pipeline.of(Samples.MOCO, Samples.SPEC);
    var written = new float[pipeline.outputLength()];
    for (int id = 0; id < 200; id++) {
      pipeline.write(dataset, id, RandomStream.of(1, id), written, 0);
      for (float value : written) {
        assertThat(value).isBetween(-0.811f, 2.0232f);
      }
    }
  }

  private static int size(TransformSpec... steps) {
    return Pipeline.of(List.of(steps), Samples.SPEC).outputSize();
  }
}
