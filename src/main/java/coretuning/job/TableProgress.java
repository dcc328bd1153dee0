package coretuning.job;

import coretuning.result.RunEvent;
import coretuning.spec.TableRun;
import coretuning.spec.TableSpec;
import java.util.List;
import java.util.function.Consumer;

/// Passes on the events of a table's runs, progress retold as that of the whole table: which run it
/// is, how much of all is done, and how long the rest will take at the pace of this session.
///
/// A run is taken to be as long as its epochs times its subset rate: methods and data sets differ
/// besides, so the time left is an estimate.
final class TableProgress implements Consumer<RunEvent> {
  private static final long PARTS = 1_000_000;
  private static final double NANOS = 1e9;

  private final TableSpec spec;
  private final List<TableRun> runs;
  private final Consumer<RunEvent> events;
  private final double total;
  private final long startedNanos = System.nanoTime();
  private double doneBefore;
  private double doneHere;
  private double current;
  private int position;

  TableProgress(TableSpec spec, Consumer<RunEvent> events) {
    this.spec = spec;
    this.events = events;
    runs = spec.runs();
    total = runs.stream().mapToDouble(this::size).sum();
  }

  private double size(TableRun run) {
    return spec.experiment(run).train().epochs() * run.cell().rate();
  }

  /// A run that was finished before this session.
  void passOver(TableRun run) {
    doneBefore += size(run);
    position++;
  }

  void begin(TableRun run) {
    current = size(run);
    position++;
  }

  void end(TableRun run) {
    doneHere += size(run);
    current = 0;
  }

  @Override
  public void accept(RunEvent event) {
    events.accept(
        event instanceof RunEvent.Progress progress && !progress.run().isEmpty()
            ? retold(progress)
            : event);
  }

  private RunEvent.Progress retold(RunEvent.Progress of) {
    double here = doneHere + (of.total() == 0 ? 0 : current * of.done() / of.total());
    double seconds = (System.nanoTime() - startedNanos) / NANOS;
    return new RunEvent.Progress(
        of.run(),
        "run %d of %d, %s".formatted(position, runs.size(), of.doing()),
        Math.round(PARTS * (doneBefore + here) / total),
        PARTS,
        of.imagesPerSecond(),
        here == 0 ? Double.NaN : seconds / here * (total - doneBefore - here));
  }
}
