package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobQueueTest {
  private final JobQueue queue = new JobQueue();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  @AfterEach
  void close() {
    queue.close();
  }

  /// Does `work` under a title.
  private record Work(String title, Function<RunControl, Boolean> work) implements Job {
    @Override
    public boolean run(RunControl control, Consumer<RunEvent> events) {
      return work.apply(control);
    }
  }

  private Job noted(String title) {
    return new Work(title, control -> order.add(title));
  }

  /// Says that it has begun, then waits to be let go.
  private Job gated(String title) {
    return new Work(
        title,
        control -> {
          begun.countDown();
          await(open);
          return order.add(title);
        });
  }

  /// Works in small steps until it is told to stop.
  private Job endless() {
    return new Work(
        "endless",
        control -> {
          begun.countDown();
          while (control.awaitGo()) {
            order.add("step");
            pause();
          }
          return false;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private JobHandle submit(Job job) {
    return queue.submit(job, event -> {});
  }

  @Test
  void jobsRunOneAfterTheOtherInOrder() throws Exception {
    JobHandle first = submit(gated("first"));
    JobHandle second = submit(noted("second"));
    JobHandle third = submit(noted("third"));
    await(begun);
    assertThat(first.state()).isEqualTo(RunState.RUNNING);
    assertThat(second.state()).isEqualTo(RunState.QUEUED);
    open.countDown();

    assertThat(third.await()).isEqualTo(RunState.FINISHED);
    assertThat(first.state()).isEqualTo(RunState.FINISHED);
    assertThat(order).containsExactly("first", "second", "third");
  }

  @Test
  void aJobStoppedInTheQueueNeverRuns() throws Exception {
    submit(gated("first"));
    JobHandle second = submit(noted("second"));
    await(begun);
    second.control().stop();
    open.countDown();

    assertThat(second.await()).isEqualTo(RunState.STOPPED);
    assertThat(submit(noted("third")).await()).isEqualTo(RunState.FINISHED);
    assertThat(order).containsExactly("first", "third");
  }

  @Test
  void aProblemIsKeptAndTheNextJobRuns() throws Exception {
    var problem = new Problem("the image is damaged", "a.png", "remove it");
    JobHandle failing =
        submit(
            new Work(
                "failing",
                control -> {
                  throw problem;
                }));

    assertThat(failing.await()).isEqualTo(RunState.FAILED);
    assertThat(failing.problem()).containsSame(problem);
    assertThat(submit(noted("next")).await()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void aFaultOfTheProgramBecomesAProblem() throws Exception {
    JobHandle failing =
        submit(
            new Work(
                "failing",
                control -> {
                  throw new IllegalStateException("deliberate fault of a test");
                }));

    assertThat(failing.await()).isEqualTo(RunState.FAILED);
    assertThat(failing.problem().orElseThrow())
        .hasMessageContaining("an error inside the program")
        .hasMessageContaining("deliberate fault of a test")
        .hasMessageContaining("(failing)");
  }

  @Test
  void exhaustedMemoryBecomesAProblemThatSaysWhatToDo() throws Exception {
    JobHandle failing =
        submit(
            new Work(
                "greedy",
                control -> {
                  throw new OutOfMemoryError("deliberate fault of a test");
                }));

    assertThat(failing.await()).isEqualTo(RunState.FAILED);
    assertThat(failing.problem().orElseThrow())
        .hasMessageContaining("memory ran out (greedy): use smaller batches");
  }

  @Test
  void aPausedJobWaitsUntilItIsResumed() throws Exception {
    JobHandle handle = submit(endless());
    await(begun);
    handle.control().pause();
    assertThat(handle.state()).isEqualTo(RunState.PAUSED);
    Thread.sleep(50);
    int steps = order.size();
    Thread.sleep(100);
    assertThat(order).hasSize(steps);

    handle.control().resume();

    assertThat(handle.state()).isEqualTo(RunState.RUNNING);
    while (order.size() == steps) {
      pause();
    }
    handle.control().stop();
    assertThat(handle.await()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aStopEndsAPause() throws Exception {
    JobHandle handle = submit(endless());
    await(begun);
    handle.control().pause();
    handle.control().stop();

    assertThat(handle.await()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void closingStopsTheRunningAndTheQueued() throws Exception {
    JobHandle running = submit(endless());
    JobHandle queued = submit(noted("queued"));
    await(begun);

    queue.close();

    assertThat(running.await()).isEqualTo(RunState.STOPPED);
    assertThat(queued.await()).isEqualTo(RunState.STOPPED);
    assertThat(order).doesNotContain("queued");
  }

  @Test
  void theEndIsToldOnTheLaneAfterTheHandleIsTerminal() throws Exception {
    var told = new CopyOnWriteArrayList<String>();
    var done = new CountDownLatch(1);
    queue.submit(
        noted("job"),
        event -> {},
        handle -> {
          told.add(handle.title() + " " + handle.state() + " " + Thread.currentThread().getName());
          done.countDown();
        });
    await(done);

    assertThat(told).containsExactly("job FINISHED device-lane");
  }
}
