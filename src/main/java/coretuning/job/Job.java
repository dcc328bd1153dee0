package coretuning.job;

import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import java.util.function.Consumer;

/// One thing a user asked for. Runs on the device lane, which owns every tensor the job makes.
public interface Job {
  /// What the queue and the status bar call it.
  String title();

  /// Does the work and returns when it is done or when `control` says stop.
  ///
  /// @param events gets everything worth showing, from the calling thread
  /// @return whether the work was completed; false if a stop ended it early
  /// @throws coretuning.result.Problem if the world was not as it must be
  boolean run(RunControl control, Consumer<RunEvent> events);
}
