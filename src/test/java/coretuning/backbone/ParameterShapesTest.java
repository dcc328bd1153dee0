package coretuning.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.spec.Architecture;
import coretuning.tensor.Parameters;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterShapesTest {
  @ParameterizedTest
  @EnumSource
  void areThoseOfTheNetworkInItsOrder(Architecture architecture) {
    try (NDManager manager = Tensors.newManager()) {
      Parameters network =
          new ResNet(architecture, manager, DataType.FLOAT32, new SplittableRandom(1)).parameters();
      var expected = new LinkedHashMap<String, List<Long>>();
      for (String name : network.names()) {
        expected.put(name, Arrays.stream(network.get(name).getShape().getShape()).boxed().toList());
      }

      assertThat(ParameterShapes.of(architecture)).containsExactlyEntriesOf(expected);
    }
  }
}
