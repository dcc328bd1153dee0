package coretuning.backbone;

import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Names and shapes of a [ResNet]'s arrays without making any: what a file of weights is compared
/// with before memory is taken.
public final class ParameterShapes {
  private final SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();

  private ParameterShapes() {}

  /// All arrays of the architecture in the network's order, e.g. `conv1.weight` -> 64, 3, 7, 7.
  public static SequencedMap<String, List<Long>> of(Architecture architecture) {
    Plan plan = Plan.of(architecture);
    var made = new ParameterShapes();
    made.convNorm("conv1", "bn1", DataSpec.CHANNELS, plan.width(), plan.smallStem() ? 3 : 7);
    int in = plan.width();
    for (int stage = 0; stage < plan.depths().size(); stage++) {
      int width = plan.width() << stage;
      int out = width * plan.inside().expansion();
      for (int block = 0; block < plan.depths().get(stage); block++) {
        String name = "layer%d.%d.".formatted(stage + 1, block);
        boolean halves = block == 0 && (stage > 0 || plan.firstStride() > 1);
        made.branch(name, plan.inside(), in, width);
        if (halves || in != out) {
          made.convNorm(name + "downsample.0", name + "downsample.1", in, out, 1);
        }
        in = out;
      }
    }
    return Collections.unmodifiableSequencedMap(made.shapes);
  }

  private void branch(String name, Plan.Inside inside, int in, int width) {
    if (inside.isBottleneck()) {
      long middle = (long) width * inside.widening();
      convNorm(name + "conv1", name + "bn1", in, middle, 1);
      convNorm(name + "conv2", name + "bn2", middle / inside.groups(), middle, 3);
      convNorm(name + "conv3", name + "bn3", middle, (long) width * inside.expansion(), 1);
    } else {
      convNorm(name + "conv1", name + "bn1", in, width, 3);
      convNorm(name + "conv2", name + "bn2", width, width, 3);
    }
  }

  private void convNorm(String convolution, String norm, long in, long out, long kernel) {
    shapes.put(convolution + ".weight", List.of(out, in, kernel, kernel));
    for (String each : List.of(".weight", ".bias", ".running_mean", ".running_var")) {
      shapes.put(norm + each, List.of(out));
    }
  }
}
