package coretuning.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import coretuning.testing.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
  private final NDManager manager = Tensors.newManager();
  private final Parameters leader = parameters(1, 2);
  private final Parameters follower = parameters(5, -2);

  private Parameters parameters(double weight, double mean) {
    var all = new Parameters();
    all.addTrainable("weight", Tensors.matrix(manager, new double[][] {{weight, 2 * weight}}));
    all.addBuffer("running_mean", Tensors.matrix(manager, new double[][] {{mean}}));
    return all;
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void weightsMoveByTheirShareAndStatisticsStay() {
    MovingAverage.follow(leader, follower, 0.9, manager);

    assertThat(Transfer.toDoubles(follower.get("weight")))
        .containsExactly(new double[] {4.6, 9.2}, within(1e-12));
    assertThat(Transfer.toDoubles(follower.get("running_mean"))).containsExactly(-2);
    assertThat(Transfer.toDoubles(leader.get("weight"))).containsExactly(1, 2);
  }

  @Test
  void momentumZeroCopiesAndOneStaysAndNothingIsLeftBehind() {
    int before = manager.getManagedArrays().size();
    MovingAverage.follow(leader, follower, 1, manager);
    assertThat(Transfer.toDoubles(follower.get("weight"))).containsExactly(5, 10);
    MovingAverage.follow(leader, follower, 0, manager);
    assertThat(Transfer.toDoubles(follower.get("weight"))).containsExactly(1, 2);
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
