package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.method.Addend;
import coretuning.method.Method;
import coretuning.method.Pass;
import coretuning.method.StepInput;
import coretuning.result.GradientNorm;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Measures how strongly each addend of a method pulls at the features of a batch. The batch passes
/// the backbone once more, without a graph; the method then runs on features that are a leaf of
/// their own. Feature maps are held fixed.
///
/// Leaves no trace: arrays that are not learnt (running statistics, queues, momentum encoders) are
/// put back, and gradients cleared. So it may only be called where no gradient waits to be used,
/// and before the batch is learnt from: the graph of a pass forbids that its running statistics are
/// written to.
final class GradientNorms {
  private final Method method;
  private final Parameters networks;

  /// @param networks backbone, classifier and the method's heads
  GradientNorms(Method method, Parameters networks) {
    this.method = method;
    this.networks = networks;
  }

  /// One norm for each addend, in order. To be called while gradients are recorded.
  ///
  /// @param scratch owns what is made on the way
  /// @param batch makes the pass of the batch, and what the method sees of it
  List<GradientNorm> measure(NDManager scratch, Supplier<StepInput> batch) {
    Map<NDArray, NDArray> kept = Autograd.withoutRecording(() -> copies(scratch));
    StepInput in = Autograd.withoutRecording(batch);
    NDArray leaf = in.features().duplicate();
    leaf.setRequiresGradient(true);
    var norms = new ArrayList<GradientNorm>();
    for (Addend addend : method.loss(onLeaf(in, leaf)).addends()) {
      norms.add(new GradientNorm(addend.name(), norm(addend.weighted(), leaf)));
    }
    Autograd.withoutRecording(() -> {
      kept.forEach(Transfer::overwrite);
      return norms;
    });
    networks.zeroGradients();
    return norms;
  }

  /// Copies of the arrays that are not learnt. Those of the memory may be marked as learnt: a
  /// momentum encoder is built as the network that it follows.
  private Map<NDArray, NDArray> copies(NDManager scratch) {
    Set<String> learnt = new HashSet<>(networks.trainableNames());
    Parameters memory = method.memory();
    var copies = new IdentityHashMap<NDArray, NDArray>();
    Stream.concat(
            networks.names().stream().filter(name -> !learnt.contains(name)).map(networks::get),
            memory.names().stream().map(memory::get))
        .forEach(array -> {
          NDArray copy = array.duplicate();
          copy.attach(scratch);
          copies.put(array, copy);
        });
    return copies;
  }

  private static StepInput onLeaf(StepInput in, NDArray leaf) {
    return new StepInput(
        new Pass(in.pass().views(), in.pass().stageMaps(), leaf),
        in.labels(),
        in.samples(),
        in.classifier(),
        in.random(),
        in.step());
  }

  /// The engine refuses to differentiate what depends on no leaf, a constant, and cannot be asked
  /// beforehand: the addend is tied to the leaf by a term that is 0, as is its gradient.
  private static double norm(NDArray scalar, NDArray leaf) {
    NDArray tie = leaf.sum().mul(Transfer.scalarLike(leaf, 0));
    Autograd.backwardKeepingGraph(scalar.add(tie));
    double squares = 0;
    try (NDArray gradient = Autograd.gradient(leaf)) {
      for (double each : Transfer.toDoubles(gradient)) {
        squares += each * each;
      }
    }
    Autograd.zeroGradient(leaf);
    return Math.sqrt(squares);
  }
}
