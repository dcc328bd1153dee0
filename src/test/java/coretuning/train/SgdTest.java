package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.spec.DeviceChoice;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Compute;
import coretuning.tensor.Parameters;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The objective is sum(c * w^2) / 2, whose gradient c * w is known at each step, so that PyTorch's
/// update can be written out in plain numbers beside it.
class SgdTest {
  private static final double[] CURVATURE = {1, 3};
  private static final double[] START = {2, -1};
  private static final double[] RATES = {0.1, 0.1, 0.05, 0.01};

  @BeforeAll
  static void startEngine() {
    Compute.start(DeviceChoice.CPU);
  }

  @Test
  void plainMomentumFollowsPyTorch() {
    assertThat(learnt(spec(0.9, false, 0), 1))
        .containsExactly(reference(0.9, false, 0, 1), within(1e-12));
  }

  @Test
  void nesterovFollowsPyTorch() {
    assertThat(learnt(spec(0.9, true, 0), 1))
        .containsExactly(reference(0.9, true, 0, 1), within(1e-12));
  }

  @Test
  void weightDecayEntersTheMomentumBuffer() {
    assertThat(learnt(spec(0.9, true, 0.1), 1))
        .containsExactly(reference(0.9, true, 0.1, 1), within(1e-12));
  }

  @Test
  void withoutMomentumItIsPlainDescent() {
    assertThat(learnt(spec(0, false, 0), 1))
        .containsExactly(reference(0, false, 0, 1), within(1e-12));
  }

  @Test
  void aGroupsRateIsTheSchedulesTimesItsFactor() {
    assertThat(learnt(spec(0.9, true, 0.1), 5))
        .containsExactly(reference(0.9, true, 0.1, 5), within(1e-12));
  }

  @Test
  void nothingStaysBehindInLongLivedManagers() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters parameters = parameters(manager);
      var sgd =
          new Sgd(List.of(new ParameterGroup(parameters, 1, true)), spec(0.9, true, 0.1), manager);
      int before = manager.getManagedArrays().size();
      for (int step = 0; step < 10; step++) {
        step(parameters, sgd, 0.1, manager);
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  private static double[] learnt(TrainSpec spec, double factor) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters parameters = parameters(manager);
      var sgd = new Sgd(List.of(new ParameterGroup(parameters, factor, true)), spec, manager);
      for (double rate : RATES) {
        step(parameters, sgd, rate, manager);
      }
      return parameters.get("w").toDoubleArray();
    }
  }

  private static Parameters parameters(NDManager manager) {
    var parameters = new Parameters();
    parameters.addTrainable("w", manager.create(START));
    return parameters;
  }

  private static void step(Parameters parameters, Sgd sgd, double rate, NDManager manager) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray curvature = scratch.create(CURVATURE);
      NDArray w = parameters.get("w");
      NDArray loss = Autograd.recording(() -> curvature.mul(w).mul(w).sum());
      Autograd.backward(loss, 0.5);
      sgd.step(rate, scratch);
    }
  }

  private static double[] reference(
      double momentum, boolean nesterov, double decay, double factor) {
    var weights = START.clone();
    for (int i = 0; i < weights.length; i++) {
      double buffer = 0;
      for (int t = 0; t < RATES.length; t++) {
        double gradient = CURVATURE[i] * weights[i] + decay * weights[i];
        buffer = t == 0 ? gradient : momentum * buffer + gradient;
        double direction = nesterov ? gradient + momentum * buffer : buffer;
        weights[i] -= RATES[t] * factor * direction;
      }
    }
    return weights;
  }

  private static TrainSpec spec(double momentum, boolean nesterov, double weightDecay) {
    return new TrainSpec(
        1, 2, 1, 0.1, 1, momentum, nesterov, weightDecay, new ScheduleSpec.Constant(0), List.of());
  }
}
