package coretuning.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionHeadTest {
  private final NDManager manager = Tensors.newManager();
  private final ProjectionHead head =
      new ProjectionHead(3, 2, manager, DataType.FLOAT64, new Random(7));

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void itsWeightsAreNamedLikeAPyTorchSequence() {
    assertThat(head.parameters().trainableNames())
        .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
    assertThat(head.parameters().trainableCount()).isEqualTo(3 * 3 + 3 + 2 * 3 + 2);
  }

  @Test
  void itIsLinearReluLinear() {
    double[][] features = Tensors.normalRows(4, 3, new Random(8));
    double[] w1 = Transfer.toDoubles(head.parameters().get("0.weight"));
    double[] b1 = Transfer.toDoubles(head.parameters().get("0.bias"));
    double[] w2 = Transfer.toDoubles(head.parameters().get("2.weight"));
    double[] b2 = Transfer.toDoubles(head.parameters().get("2.bias"));

    double[] projected = Transfer.toDoubles(head.project(Tensors.matrix(manager, features)));

    for (int i = 0; i < 4; i++) {
      for (int out = 0; out < 2; out++) {
        double expected = b2[out];
        for (int hidden = 0; hidden < 3; hidden++) {
          double sum = b1[hidden];
          for (int in = 0; in < 3; in++) {
            sum += w1[hidden * 3 + in] * features[i][in];
          }
          expected += w2[out * 3 + hidden] * Math.max(0, sum);
        }
        assertThat(projected[i * 2 + out]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void gradientFlowsToTheFeatures() {
    FiniteDifferences.check(
        Tensors.normalRows(4, 3, new Random(9)), x -> head.project(x).sin().sum());
  }
}
