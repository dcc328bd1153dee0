package coretuning.result;

/// The user's hand on a running job: stop and pause, read by the job after each batch. Native code
/// is never interrupted. Safe for any number of threads.
public final class RunControl {
  private boolean stopRequested;
  private boolean paused;

  /// Asks the job to end after the batch in hand; also ends a pause.
  public synchronized void stop() {
    stopRequested = true;
    notifyAll();
  }

  /// Asks the job to wait after the batch in hand.
  public synchronized void pause() {
    paused = true;
  }

  /// Ends a pause.
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  public synchronized boolean isStopRequested() {
    return stopRequested;
  }

  public synchronized boolean isPaused() {
    return paused && !stopRequested;
  }

  /// Blocks the calling job while a pause lasts.
  ///
  /// @return whether the job may go on; false once a stop was requested
  public synchronized boolean awaitGo() {
    while (paused && !stopRequested) {
      try {
        wait();
      } catch (InterruptedException interrupted) {
        // The program is shutting down: ending the job in order is all that is left to do.
        Thread.currentThread().interrupt();
        stopRequested = true;
      }
    }
    return !stopRequested;
  }
}
