package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Layout;
import coretuning.result.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class EventBridgeTest {
  private final Queue<Runnable> pulses = new ArrayDeque<>();
  private final List<List<RunEvent>> batches = new ArrayList<>();
  private final EventBridge bridge = new EventBridge(pulses::add, batches::add);

  private static RunEvent note(String text) {
    return new RunEvent.Note("run", text);
  }

  private static RunEvent progress(String run, long done) {
    return new RunEvent.Progress(run, "epoch", done, 10, 100, 1);
  }

  @Test
  void eventsWaitForOnePulseAndArriveTogetherInOrder() {
    bridge.accept(note("a"));
    bridge.accept(note("b"));
    assertThat(batches).isEmpty();
    assertThat(pulses).hasSize(1);
    pulses.remove().run();
    assertThat(batches).containsExactly(List.of(note("a"), note("b")));
  }

  @Test
  void onlyTheNewestProgressOfEachRunArrives() {
    bridge.accept(progress("one", 1));
    bridge.accept(note("between"));
    bridge.accept(progress("two", 5));
    bridge.accept(progress("one", 2));
    pulses.remove().run();
    assertThat(batches.getFirst())
        .containsExactly(note("between"), progress("one", 2), progress("two", 5));
  }

  @Test
  void onlyTheNewestLayoutOfAMapArrivesBesideTheProgress() {
    var newer = new RunEvent.MapMoved("one", 5, new Layout(40, new double[1], new double[1]));
    bridge.accept(new RunEvent.MapMoved("one", 5, new Layout(20, new double[1], new double[1])));
    bridge.accept(progress("one", 1));
    bridge.accept(newer);
    pulses.remove().run();
    assertThat(batches.getFirst()).containsExactly(newer, progress("one", 1));
  }

  @Test
  void theNextEventAfterABatchAsksForAnotherPulse() {
    bridge.accept(note("a"));
    pulses.remove().run();
    bridge.accept(note("b"));
    assertThat(pulses).hasSize(1);
  }

  @Test
  void aDeliveryAheadOfThePulseLeavesNothingForIt() {
    bridge.accept(note("a"));
    bridge.deliver();
    pulses.remove().run();
    assertThat(batches).hasSize(1);
  }
}
