package coretuning.analysis.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ProjectionHead;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.PairMixing;
import coretuning.result.LinearWeights;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorsTest {

  @Test
  void aMixIsWhatTrainingMixes() {
    double[][] z = Tensors.normalRows(4, 5, new SplittableRandom(1));
    try (NDManager manager = Tensors.newManager()) {
      NDArray targets = CrossEntropy.oneHot(manager, new int[] {0, 0, 1, 1}, 2, DataType.FLOAT64);
      PairMixing trained =
          PairMixing.of(
              Tensors.matrix(manager, z),
              targets,
              new Mining(new int[] {1, 0, 3, 2}, new int[] {2, 3, 0, 1}, new int[] {3, 2, 1, 0}),
              new MixingFactors(new double[] {.3, .5, .9, 0}, new double[] {.8, .85, .9, 1}));

      double[] positives = Transfer.toDoubles(trained.positives());
      double[] negatives = Transfer.toDoubles(trained.negatives());

      assertThat(Vectors.mix(z[1], z[2], 0.3)).containsExactly(row(positives, 0, 5), within(1e-12));
      assertThat(Vectors.mix(z[2], z[1], 0)).containsExactly(row(positives, 3, 5), within(1e-12));
      assertThat(Vectors.mix(z[2], z[1], 0.85))
          .containsExactly(row(negatives, 1, 5), within(1e-12));
    }
  }

  @Test
  void theContrastSpaceIsThatOfTheProjectionHead() {
    double[][] z = Tensors.normalRows(3, 4, new SplittableRandom(2));
    try (NDManager manager = Tensors.newManager()) {
      var head = new ProjectionHead(4, 6, manager, DataType.FLOAT64, new SplittableRandom(3));
      double[] expected =
          Transfer.toDoubles(Cosine.unitRows(head.project(Tensors.matrix(manager, z))));

      var space = new ContrastSpace(List.of(layer(head, "0", 4, 4), layer(head, "2", 6, 4)));

      for (int i = 0; i < 3; i++) {
        assertThat(space.place(z[i])).containsExactly(row(expected, i, 6), within(1e-6));
      }
    }
  }

  private static LinearWeights layer(ProjectionHead head, String name, int outputs, int inputs) {
    return new LinearWeights(
        outputs,
        inputs,
        floats(head.parameters().get(name + ".weight")),
        floats(head.parameters().get(name + ".bias")));
  }

  private static float[] floats(NDArray values) {
    double[] wide = Transfer.toDoubles(values);
    var narrow = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }

  private static double[] row(double[] all, int row, int size) {
    return java.util.Arrays.copyOfRange(all, row * size, (row + 1) * size);
  }

  @Test
  void withoutProjectionHeadTheContrastSpaceIsThatOfUnitFeatures() {
    assertThat(new ContrastSpace(List.of()).place(new double[] {3, 4}))
        .containsExactly(new double[] {0.6, 0.8}, within(1e-15));
  }

  @Test
  void aLayerAddsItsBiasIfItHasOne() {
    float[] weight = {1, 2, 3, 4};
    double[] x = {10, 1};

    assertThat(Vectors.apply(new LinearWeights(2, 2, weight, new float[0]), x))
        .containsExactly(12, 34);
    assertThat(Vectors.apply(new LinearWeights(2, 2, weight, new float[] {1, -1}), x))
        .containsExactly(13, 33);
  }

  @Test
  void theSoftmaxOfLargeScoresIsFinite() {
    assertThat(Vectors.softmax(new double[] {1000, 1000 + Math.log(3)}))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
  }

  @Test
  void theCosineOfNothingIsNotANumber() {
    assertThat(Vectors.cosine(new double[] {3, 4}, new double[] {4, 3})).isEqualTo(0.96);
    assertThat(Vectors.cosine(new double[] {0, 0}, new double[] {4, 3})).isNaN();
  }

  @Test
  void aShareOutsideTheUnitIntervalIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.mix(new double[1], new double[1], 1.5))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.mix(new double[1], new double[2], 0.5))
        .withMessageContaining("1 and 2");
  }
}
