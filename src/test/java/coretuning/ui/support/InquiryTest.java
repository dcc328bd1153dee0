package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Problem;
import coretuning.ui.support.Inquiry.State;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InquiryTest {
  /// Work of the lane, and then of the JavaFX thread, done when the test says so.
  private final Queue<Runnable> lane = new ArrayDeque<>();

  private final Queue<Runnable> fxThread = new ArrayDeque<>();
  private final Inquiry<String> inquiry =
      new Inquiry<>(new Background(lane::add, fxThread::add), fxThread::add);

  private void runLane() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
  }

  private void runAll() {
    while (!lane.isEmpty() || !fxThread.isEmpty()) {
      runLane();
      if (!fxThread.isEmpty()) {
        fxThread.remove().run();
      }
    }
  }

  private State<String> state() {
    return inquiry.stateProperty().get();
  }

  @Test
  void anAnswerComesThroughTheLane() {
    assertThat(state()).isEqualTo(new State.Idle<String>());
    inquiry.ask((control, progress) -> Optional.of("42"));
    assertThat(state()).isEqualTo(new State.Asking<String>(0, 0));
    runAll();
    assertThat(inquiry.answer()).contains("42");
  }

  @Test
  void theNewestProgressWins() {
    inquiry.ask((control, progress) -> {
      progress.at(1, 10);
      progress.at(7, 10);
      return Optional.of("done");
    });
    runLane();
    fxThread.remove().run();
    assertThat(state()).isEqualTo(new State.Asking<String>(7, 10));
    runAll();
    assertThat(inquiry.answer()).contains("done");
  }

  @Test
  void aNewQuestionStopsTheOldOneAndItsAnswerIsDropped() {
    inquiry.ask((control, progress) -> Optional.of("old"));
    runLane();
    inquiry.ask((control, progress) -> Optional.of("new"));
    fxThread.remove().run();
    assertThat(inquiry.answer()).isEmpty();
    runAll();
    assertThat(inquiry.answer()).contains("new");
  }

  @Test
  void aSupersededQuestionIsNotEvenBegun() {
    inquiry.ask((control, progress) -> {
      throw new AssertionError("nobody waits for this");
    });
    inquiry.ask((control, progress) -> Optional.of("new"));
    runAll();
    assertThat(inquiry.answer()).contains("new");
  }

  @Test
  void aStopWithoutAnAnswerIsAStop() {
    inquiry.ask((control, progress) -> {
      inquiry.stop();
      return control.isStopRequested() ? Optional.empty() : Optional.of("late");
    });
    runAll();
    assertThat(state()).isEqualTo(new State.Stopped<String>());
  }

  @Test
  void aProblemIsTheAnswer() {
    var problem = new Problem("there is nothing", "here", "look there");
    inquiry.ask((control, progress) -> {
      throw problem;
    });
    runAll();
    assertThat(state()).isEqualTo(new State.Refused<String>(problem));
  }

  @Test
  void whatWasClearedStaysClear() {
    inquiry.ask((control, progress) -> Optional.of("old"));
    inquiry.clear();
    runAll();
    assertThat(state()).isEqualTo(new State.Idle<String>());
  }
}
