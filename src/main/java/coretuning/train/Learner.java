package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.result.ProxyStep;
import coretuning.result.StepDiagnostics;
import coretuning.tensor.Parameters;
import coretuning.transform.Batch;
import coretuning.transform.BatchLoader;
import java.util.List;
import java.util.Optional;

/// What the loop teaches: a network with its objective.
public interface Learner {
  /// Weights to learn, by learning rate.
  List<ParameterGroup> groups();

  /// Every array that makes up the learner's state between steps: weights, statistics, queues.
  Parameters state();

  /// Called once outside the recording before the first batch of the run; not if a run is resumed
  /// further on.
  ///
  /// @param manager owns what is made on the way, through children
  /// @param watch to be told how far it is
  /// @return whether it came to its end; false if the watch said to stop
  default boolean beforeTraining(NDManager manager, BatchLoader loader, Watch watch) {
    return true;
  }

  /// Hears how far the work before the first batch has come.
  interface Watch {
    /// Tells how far it is.
    ///
    /// @param done of total
    /// @return false if the run is to stop
    boolean goOn(long done, long total);
  }

  /// Called outside the recording before the first batch that this session sees of an epoch.
  ///
  /// @param epoch counted from 0
  /// @param fresh whether that is the epoch's first batch; false where a run is resumed inside one.
  ///   A run stopped and resumed between two epochs enters the second one twice.
  default void enterEpoch(int epoch, boolean fresh) {}

  /// Batches of an update that one objective takes together, at least 1.
  default int batchesPerLoss() {
    return 1;
  }

  /// The objective of one batch, or of as many as [#batchesPerLoss] says, fewer at an epoch's end;
  /// called while gradients are recorded.
  ///
  /// @param manager owns what is made on the way; closed after the backward pass
  /// @param step of the last batch, counted from 1 over the run; random numbers derive from it
  Step forward(NDManager manager, List<Batch> batches, long step);

  /// Called after each backward pass, outside the recording: key queues.
  void afterBackward();

  /// What a forward pass gives.
  ///
  /// @param loss a scalar on the graph
  /// @param lossValue its value
  /// @param terms its addends, unweighted
  /// @param correct images of the batches predicted right
  /// @param pairs mined pairs; empty for methods without mining
  /// @param weights focal weights; likewise
  /// @param diagnostics of the batch; empty for learners without labels
  /// @param proxy of the batch; empty but in contrastive pre-training
  record Step(
      NDArray loss,
      double lossValue,
      List<LossTerm> terms,
      int correct,
      List<HardPair> pairs,
      List<FocalWeight> weights,
      Optional<StepDiagnostics> diagnostics,
      Optional<ProxyStep> proxy) {

    /// A step that nothing was observed of.
    Step(
        NDArray loss,
        double lossValue,
        List<LossTerm> terms,
        int correct,
        List<HardPair> pairs,
        List<FocalWeight> weights) {
      this(loss, lossValue, terms, correct, pairs, weights, Optional.empty(), Optional.empty());
    }

    /// A step of a learner with labels.
    Step(
        NDArray loss,
        double lossValue,
        List<LossTerm> terms,
        int correct,
        List<HardPair> pairs,
        List<FocalWeight> weights,
        Optional<StepDiagnostics> diagnostics) {
      this(loss, lossValue, terms, correct, pairs, weights, diagnostics, Optional.empty());
    }
  }
}
