package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.method.Addend;
import coretuning.method.Foundation;
import coretuning.method.Method;
import coretuning.method.Methods;
import coretuning.method.Pass;
import coretuning.method.StepInput;
import coretuning.method.StepOutcome;
import coretuning.result.GradientNorm;
import coretuning.spec.Architecture;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientNormsTest {
  private static final double[][] FEATURES = {{3, 4}, {0, 1}, {2, -2}};

  private NDManager manager;
  private NDManager scratch;

  @BeforeEach
  void open() {
    manager = Tensors.newManager();
    scratch = manager.newSubManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /// Half the squared features, weighted by 3; a penalty of its own weight; a constant. Counts its
  /// calls in its memory, as a queue would.
  private static final class Quadratic implements Method {
    private final Parameters heads = new Parameters();
    private final Parameters memory = new Parameters();
    private int calls;

    Quadratic(NDManager manager) {
      heads.addTrainable("head", Tensors.matrix(manager, new double[][] {{5, 6}}));
      heads.addBuffer("statistics", Tensors.matrix(manager, new double[][] {{1}}));
      memory.addTrainable("follower", Tensors.matrix(manager, new double[][] {{2}}));
    }

    @Override
    public Parameters heads() {
      return heads;
    }

    @Override
    public Parameters memory() {
      return memory;
    }

    @Override
    public StepOutcome loss(StepInput in) {
      calls++;
      NDArray z = in.features();
      NDArray seen = Tensors.matrix(z.getManager(), new double[][] {{100 + calls}});
      Autograd.withoutRecording(() -> {
        Transfer.overwrite(heads.get("statistics"), seen);
        Transfer.overwrite(memory.get("follower"), seen);
        return calls;
      });
      NDArray head = heads.get("head");
      NDArray squares = z.mul(z).sum().mul(Transfer.scalarLike(z, 0.5));
      return new StepOutcome(
          List.of(
              new Addend("squares", 3, squares),
              new Addend("penalty", 1, Transfer.scalarLike(z, 1).mul(head).mul(head).sum()),
              new Addend("constant", 1, Transfer.scalarLike(z, 7))),
          z,
          List.of(),
          List.of());
    }
  }

  private Supplier<StepInput> batch() {
    return () ->
        new StepInput(
            Pass.ofFeatures(Tensors.matrix(scratch, FEATURES)),
            new int[3],
            new int[] {1, 2, 3},
            new Classifier(2, 3, false, scratch, DataType.FLOAT64, new SplittableRandom(1)),
            new SplittableRandom(1),
            1);
  }

  private List<GradientNorm> measure(Method method) {
    return Autograd.recording(
        () -> new GradientNorms(method, method.heads()).measure(scratch, batch()));
  }

  @Test
  void normsAreThoseOfTheWeightedAddends() {
    List<GradientNorm> norms = measure(new Quadratic(manager));

    assertThat(norms)
        .extracting(GradientNorm::addend)
        .containsExactly("squares", "penalty", "constant");
    assertThat(norms.get(0).norm()).isCloseTo(3 * Math.sqrt(25 + 1 + 8), within(1e-12));
    assertThat(norms.get(1).norm()).isZero();
    assertThat(norms.get(2).norm()).isZero();
  }

  @Test
  void nothingIsLeftBehind() {
    var method = new Quadratic(manager);
    int arrays = manager.getManagedArrays().size();

    measure(method);
    scratch.close();

    assertThat(manager.getManagedArrays()).hasSize(arrays);
    assertThat(Transfer.toDoubles(method.heads.get("statistics"))).containsExactly(1);
    assertThat(Transfer.toDoubles(method.memory.get("follower"))).containsExactly(2);
    try (NDArray gradient = Autograd.gradient(method.heads.get("head"))) {
      assertThat(Transfer.toDoubles(gradient)).containsExactly(0, 0);
      assertThat(gradient.getShape()).isEqualTo(new Shape(1, 2));
    }
  }

  @Test
  void crossEntropyPullsAsItsClosedFormSays() {
    Supplier<StepInput> batch = batch();
    Method method = Methods.of(new MethodSpec.CeTuning(), foundation());
    List<GradientNorm> norms =
        Autograd.recording(
            () -> new GradientNorms(method, new Parameters()).measure(scratch, batch));

    StepInput in = batch.get();
    double[] p = Transfer.toDoubles(in.classifier().logits(in.features()).softmax(1));
    double[] w = Transfer.toDoubles(in.classifier().parameters().get("fc.weight"));
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      for (int d = 0; d < 2; d++) {
        double slope = 0;
        for (int c = 0; c < 3; c++) {
          slope += (p[i * 3 + c] - (c == 0 ? 1 : 0)) / 3 * w[c * 2 + d];
        }
        squares += slope * slope;
      }
    }
    assertThat(norms).hasSize(1);
    assertThat(norms.getFirst().norm()).isCloseTo(Math.sqrt(squares), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void trainingGoesOnAsIfNothingHadBeenMeasured(MethodName name) {
    double[] measured = stateAfterAStep(name, true);
    double[] not = stateAfterAStep(name, false);

    assertThat(measured).isEqualTo(not);
  }

  private static double[] stateAfterAStep(MethodName name, boolean measures) {
    try (NDManager own = Tensors.newManager()) {
      FineTuner learner = TinyTraining.learner(name.defaults(), own);
      learner.enterEpoch(0, true);
      if (!measures) {
        learner.enterEpoch(0, false);
      }
      try (NDManager step = own.newSubManager()) {
        Learner.Step result =
            Autograd.recording(() -> learner.forward(step, List.of(TinyTraining.batch(16, 2)), 1));
        assertThat(result.diagnostics().orElseThrow().gradients())
            .hasSize(measures ? result.terms().size() : 0);
        Autograd.backward(result.loss());
        learner.afterBackward();
        new Sgd(learner.groups(), TinyTraining.spec(1, 16), own).step(0.1, step);
      }
      Parameters state = learner.state();
      return state.names().stream()
          .map(each -> state.get(each).toType(DataType.FLOAT64, true))
          .flatMapToDouble(each -> Arrays.stream(Transfer.toDoubles(each)))
          .toArray();
    }
  }

  private Foundation foundation() {
    var random = new SplittableRandom(1);
    return new Foundation(
        new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT32, random),
        new Classifier(2, 3, false, manager, DataType.FLOAT64, random),
        manager,
        DataType.FLOAT64,
        random);
  }
}
