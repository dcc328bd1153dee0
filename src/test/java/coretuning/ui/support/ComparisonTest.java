package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Part;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final FakeRun fake = new FakeRun("core", Specs.coreTuning());
  private final Comparison comparison = new Comparison();
  private final List<Set<Aspect>> changes = new ArrayList<>();

  @BeforeEach
  void listen() {
    comparison.listen(changes::add);
  }

  @Test
  void aRunAppearsWithItsFirstEvent() {
    comparison.accept(List.of(fake.started()));
    assertThat(comparison.runs()).extracting(LiveRun::id).containsExactly("core");
    assertThat(changes).containsExactly(Set.of(Aspect.RUNS, Aspect.STATE));
    assertThat(comparison.data()).contains(Specs.coreTuning().data());
  }

  @Test
  void eventsOfARunThatNeverStartedAreLeftOut() {
    comparison.accept(List.of(fake.epoch(1)));
    assertThat(comparison.runs()).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void everythingThatARunReportsCanBeAskedFor() {
    comparison.accept(List.of(fake.started(), fake.snapshot(0), fake.epoch(2), fake.epoch(1)));
    comparison.accept(fake.steps(1));
    comparison.accept(List.of(fake.snapshot(5), fake.projection(5), fake.evaluated()));
    comparison.accept(List.of(fake.progress("t-SNE", 3, 10), fake.state(RunState.FINISHED)));
    LiveRun run = comparison.run(0).orElseThrow();
    assertThat(run.epochs()).extracting(each -> each.epoch()).containsExactly(1, 2);
    assertThat(run.steps().size()).isEqualTo(20);
    assertThat(run.snapshots().keySet()).containsExactly(0, 5);
    assertThat(run.snapshot(4).orElseThrow().epoch()).isZero();
    assertThat(run.newestWithPairs().orElseThrow().epoch()).isEqualTo(5);
    assertThat(run.projection(5)).isPresent();
    assertThat(run.projection(0)).isEmpty();
    assertThat(run.evaluation(Part.TEST)).isPresent();
    assertThat(run.evaluation(Part.VALIDATION)).isEmpty();
    assertThat(run.progress().map(RunEvent.Progress::done)).contains(3L);
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void clearingTakesRunsAndSelectionAway() {
    comparison.accept(List.of(fake.started()));
    comparison.selectedProperty().set(Optional.of(7));
    comparison.clear();
    assertThat(comparison.runs()).isEmpty();
    assertThat(comparison.selectedProperty().get()).isEmpty();
    assertThat(changes.getLast()).contains(Aspect.RUNS, Aspect.SNAPSHOTS);
  }
}
