package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.result.LossTerm;
import coretuning.spec.Architecture;
import coretuning.spec.MethodName;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every method, on a real network and images of noise.
class EveryMethodTest {
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 0};
  private static final int SIDE = 8;
  private static final int CLASSES = 3;

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /// The networks of a run and the method on them.
  private static final class Run {
    private final ResNet backbone;
    private final Classifier classifier;
    private final Method method;

    Run(MethodName name, NDManager owner) {
      RandomGenerator random = new Random(1);
      backbone = new ResNet(Architecture.RESNET8_MINI, owner, DataType.FLOAT32, random);
      classifier =
          new Classifier(backbone.featureSize(), CLASSES, true, owner, DataType.FLOAT32, random);
      var foundation = new Foundation(backbone, classifier, owner, DataType.FLOAT32, random);
      method = Methods.of(name.defaults(), foundation);
    }

    StepOutcome loss(NDManager step, int seed) {
      var views = new ArrayList<NDArray>();
      for (int view = 0; view < method.views(); view++) {
        views.add(images(step, 10 * seed + view));
      }
      List<NDArray> maps = backbone.stageMaps(views.getFirst(), true);
      var pass = new Pass(views, maps, ResNet.pool(maps.getLast()));
      return method.loss(new StepInput(pass, LABELS, LABELS, classifier, new Random(seed), seed));
    }

    /// A whole step but for the optimiser.
    StepOutcome step(NDManager step, int seed) {
      var outcomes = new ArrayList<StepOutcome>();
      Autograd.backward(
          Autograd.recording(() -> {
            outcomes.add(loss(step, seed));
            return outcomes.getFirst().loss();
          }));
      method.afterBackward();
      return outcomes.getFirst();
    }
  }

  private static NDArray images(NDManager owner, int seed) {
    double[] values = new Random(seed).doubles(LABELS.length * 3L * SIDE * SIDE).toArray();
    return Transfer.toDevice(
        owner, values, new Shape(LABELS.length, 3, SIDE, SIDE), DataType.FLOAT32);
  }

  private static TrainingImages images(NDManager owner) {
    return (epoch, most, viewer) -> {
      for (int batch = 0; batch < Math.min(2, most); batch++) {
        try (NDManager scratch = owner.newSubManager()) {
          viewer.see(images(scratch, 100 * epoch + batch), LABELS);
        }
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void weightsKeepNothingOfAStep(MethodName name) {
    var run = new Run(name, manager);
    run.method.beforeTraining(images(manager));
    int before = manager.getManagedArrays().size();
    manager.cap();
    for (int round = 0; round < 5; round++) {
      run.method.beforeEpoch(round, 5, new Random(round));
      try (NDManager step = manager.newSubManager()) {
        run.step(step, round);
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneSeedGivesOneLossBitForBit(MethodName name) {
    assertThat(losses(name)).isEqualTo(losses(name)).doesNotHaveDuplicates();
  }

  private List<List<LossTerm>> losses(MethodName name) {
    var losses = new ArrayList<List<LossTerm>>();
    try (NDManager own = manager.newSubManager()) {
      var run = new Run(name, own);
      run.method.beforeTraining(images(own));
      for (int round = 0; round < 3; round++) {
        try (NDManager step = own.newSubManager()) {
          losses.add(run.step(step, round).terms());
        }
      }
    }
    return losses;
  }

  @ParameterizedTest
  @EnumSource
  void everyLearntWeightGetsAFiniteGradient(MethodName name) {
    var run = new Run(name, manager);
    run.method.beforeTraining(images(manager));
    try (NDManager step = manager.newSubManager()) {
      run.step(step, 1);
      var learnt = new ArrayList<>(run.backbone.parameters().trainable());
      learnt.addAll(run.classifier.parameters().trainable());
      learnt.addAll(run.method.heads().trainable());
      for (NDArray weight : learnt) {
        try (NDArray gradient = Autograd.gradient(weight)) {
          assertThat(Arrays.stream(Transfer.toDoubles(gradient)).boxed())
              .allMatch(Double::isFinite)
              .anyMatch(slope -> slope != 0);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTermsHaveNamesAndAreFinite(MethodName name) {
    var run = new Run(name, manager);
    try (NDManager step = manager.newSubManager()) {
      List<LossTerm> terms = run.step(step, 1).terms();
      assertThat(terms)
          .extracting(LossTerm::name)
          .doesNotHaveDuplicates()
          .allMatch(t -> !t.isBlank());
      assertThat(terms).extracting(LossTerm::value).allMatch(Double::isFinite);
    }
  }
}
