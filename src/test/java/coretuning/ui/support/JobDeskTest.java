package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import coretuning.job.Job;
import coretuning.job.JobQueue;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobDeskTest {
  private final JobQueue queue = new JobQueue();
  private final LinkedBlockingQueue<Runnable> fxThread = new LinkedBlockingQueue<>();
  private final Comparison comparison = new Comparison();
  private final StatusLine status = new StatusLine();
  private final JobDesk desk = new JobDesk(queue, comparison, status, fxThread::add, fxThread::add);

  @AfterEach
  void close() {
    queue.close();
  }

  private record Work(Consumer<Consumer<RunEvent>> work, CountDownLatch go) implements Job {
    @Override
    public String title() {
      return "Compare";
    }

    @Override
    public boolean run(RunControl control, Consumer<RunEvent> events) {
      work.accept(events);
      try {
        while (!go.await(2, TimeUnit.MILLISECONDS)) {
          if (control.isStopRequested()) {
            return false;
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
      return control.awaitGo();
    }
  }

  /// Does what waits for the JavaFX thread until the job has ended.
  private void untilEnd() throws InterruptedException {
    while (desk.isBusy()) {
      Runnable next = fxThread.poll(5, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      next.run();
    }
  }

  @Test
  void eventsReachTheComparisonAndTheEndTheStatusLine() throws InterruptedException {
    var run = new FakeRun("core", Specs.coreTuning());
    var go = new CountDownLatch(0);
    desk.start(new Work(events -> events.accept(run.started()), go));
    assertThat(desk.stateProperty().get()).isEqualTo(RunState.RUNNING);
    untilEnd();
    assertThat(comparison.runs()).hasSize(1);
    assertThat(desk.stateProperty().get()).isEqualTo(RunState.FINISHED);
    assertThat(status.textProperty().get()).isEqualTo("Compare – finished");
  }

  @Test
  void aSecondJobIsRefusedWhileOneRuns() throws InterruptedException {
    var job = new Work(events -> {}, new CountDownLatch(1));
    desk.start(job);
    assertThatIllegalStateException().isThrownBy(() -> desk.start(job));
    desk.stop();
    untilEnd();
    assertThat(desk.stateProperty().get()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aPauseHoldsTheJobUntilItIsResumed() throws InterruptedException {
    var go = new CountDownLatch(1);
    desk.start(new Work(events -> {}, go));
    desk.pause();
    assertThat(desk.stateProperty().get()).isEqualTo(RunState.PAUSED);
    go.countDown();
    assertThat(fxThread.poll(50, TimeUnit.MILLISECONDS)).isNull();
    desk.resume();
    untilEnd();
    assertThat(desk.stateProperty().get()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void aProblemBecomesOneLineWithItsRemedy() throws InterruptedException {
    desk.start(
        new Work(
            events -> {
              throw new Problem("the file is truncated", "/data/x", "download it again");
            },
            new CountDownLatch(0)));
    untilEnd();
    assertThat(desk.stateProperty().get()).isEqualTo(RunState.FAILED);
    assertThat(status.textProperty().get()).isEqualTo("the file is truncated – download it again");
    assertThat(status.errorProperty().get()).isTrue();
    assertThat(status.log().getLast()).endsWith("/data/x");
  }
}
