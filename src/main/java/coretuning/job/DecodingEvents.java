package coretuning.job;

import coretuning.data.Decoding;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import java.util.function.Consumer;

/// Tells a job's listener how far the decoding of its images is, before the run itself begins, and
/// passes the user's stop on.
final class DecodingEvents implements Decoding {
  private static final double NANOS = 1e9;
  private static final long LEAST_NANOS_BETWEEN = 200_000_000;

  private final RunControl control;
  private final Consumer<RunEvent> events;
  private final long began = System.nanoTime();
  private long toldNanos = began;

  DecodingEvents(RunControl control, Consumer<RunEvent> events) {
    this.control = control;
    this.events = events;
  }

  @Override
  public boolean goesOn() {
    return !control.isStopRequested();
  }

  @Override
  public void at(int done, int all) {
    long now = System.nanoTime();
    // A small set is decoded before anybody could read about it.
    if (now - toldNanos < LEAST_NANOS_BETWEEN) {
      return;
    }
    toldNanos = now;
    double rate = done / ((now - began) / NANOS);
    events.accept(
        new RunEvent.Progress("", "decoding images", done, all, rate, (all - done) / rate));
  }
}
