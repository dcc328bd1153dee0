package coretuning.result;

import coretuning.spec.RunSpec;
import java.util.Optional;

/// What a running job tells its one listener, in the order it happened. Events are sent from worker
/// threads.
public sealed interface RunEvent {

  /// Folder name of the run the event belongs to; of a comparison's part, never of the whole.
  String run();

  /// The run has begun: the first event of every run.
  record Started(String run, RunSpec spec, Provenance provenance) implements RunEvent {}

  /// The run came into a state.
  ///
  /// @param problem why it failed; empty in every other state
  record StateChanged(String run, RunState state, Optional<Problem> problem) implements RunEvent {}

  /// Work done so far. Only the newest counts.
  ///
  /// @param run empty before the run has begun, while its images are decoded
  /// @param doing e.g. `epoch 3 of 20`
  /// @param done of total; in images, of a table in millionths
  /// @param secondsLeft estimate; NaN while unknown
  record Progress(
      String run, String doing, long done, long total, double imagesPerSecond, double secondsLeft)
      implements RunEvent {}

  /// An optimiser step was made.
  record StepDone(String run, StepMetrics metrics) implements RunEvent {}

  /// An epoch ended.
  record EpochDone(String run, EpochMetrics metrics) implements RunEvent {}

  /// Embedding, spread, pairs and weights were recorded.
  record SnapshotTaken(String run, Snapshot snapshot) implements RunEvent {}

  /// The batches of an epoch were looked at.
  record Diagnosed(String run, EpochDiagnostics diagnostics) implements RunEvent {}

  /// The proxy task of an epoch of contrastive pre-training was looked at.
  record ProxySeen(String run, ProxyEpoch proxy) implements RunEvent {}

  /// Single queries of contrastive pre-training were recorded.
  record QueriesSeen(String run, QuerySnapshot queries) implements RunEvent {}

  /// A frozen backbone was probed.
  record Probed(String run, Probe probe) implements RunEvent {}

  /// Theorem 1's quantities were measured on a snapshot.
  record TheoryMeasured(String run, Theory theory) implements RunEvent {}

  /// Something limits what the run can show.
  record Warned(String run, Warning warning) implements RunEvent {}

  /// A part of the data was evaluated with the final weights.
  record Evaluated(String run, Evaluation evaluation) implements RunEvent {}

  /// A map is under way; for a live picture. Only the newest counts.
  record MapMoved(String run, int epoch, Layout layout) implements RunEvent {}

  /// A map of the newest embedding is ready.
  record Projected(String run, int epoch, Projection projection) implements RunEvent {}

  /// Something worth a line in the log, e.g. the device and why.
  record Note(String run, String text) implements RunEvent {}
}
