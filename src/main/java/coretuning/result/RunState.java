package coretuning.result;

/// Where a run stands. A terminal state is final; a stopped or failed run may be resumed as it lies
/// on disk, which starts a new job.
public enum RunState {
  QUEUED,
  RUNNING,
  PAUSED,
  FINISHED,
  STOPPED,
  FAILED;

  /// Whether nothing more will happen to the job.
  public boolean isTerminal() {
    return this == FINISHED || this == STOPPED || this == FAILED;
  }
}
