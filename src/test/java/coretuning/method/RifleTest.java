package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.spec.Architecture;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RifleTest {
  private final NDManager manager = Tensors.newManager();
  private Foundation foundation;

  @BeforeEach
  void build() {
    var backbone = new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT64, new Random(1));
    var classifier =
        new Classifier(backbone.featureSize(), 3, true, manager, DataType.FLOAT64, new Random(2));
    foundation = new Foundation(backbone, classifier, manager, DataType.FLOAT64, new Random(3));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private double[] head() {
    return Transfer.toDoubles(foundation.classifier().parameters().get("fc.weight"));
  }

  /// Epochs before which the classifier starts anew.
  private List<Integer> starts(int periods, int epochs) {
    var method = new Rifle(new MethodSpec.Rifle(periods), foundation);
    var starts = new ArrayList<Integer>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      double[] before = head();
      method.beforeEpoch(epoch, epochs, new Random(epoch));
      if (!Arrays.equals(before, head())) {
        starts.add(epoch);
      }
    }
    return starts;
  }

  @Test
  void theClassifierStartsAnewAfterEachPeriodButTheLast() {
    assertThat(starts(2, 40)).containsExactly(20);
    assertThat(starts(4, 40)).containsExactly(10, 20, 30);
    assertThat(starts(3, 10)).containsExactly(4, 7);
    assertThat(starts(1, 40)).isEmpty();
    assertThat(starts(5, 1)).isEmpty();
  }

  @Test
  void aStartThatIsRepeatedDrawsTheSame() {
    var method = new Rifle(new MethodSpec.Rifle(2), foundation);
    method.beforeEpoch(5, 10, new Random(9));
    double[] first = head();
    method.beforeEpoch(5, 10, new Random(9));
    assertThat(head()).containsExactly(first);
    double bound = 1 / Math.sqrt(foundation.featureSize());
    assertThat(Arrays.stream(first).boxed()).allMatch(weight -> Math.abs(weight) <= bound);
  }
}
