package coretuning.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SpecDifference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The order of the table, its tags and its differences.
class RunListTest {
  private final Messages messages = Messages.ofProgram();

  private static RunSummary run(String id, String name, long seed) {
    return new RunSummary(
        id,
        name,
        "Core-tuning",
        "mini",
        RunState.FINISHED,
        1,
        1,
        seed,
        Optional.empty(),
        Optional.empty(),
        "2026-11-23T15:12:33Z");
  }

  private static List<Optional<Double>> sorted(boolean isDownwards) {
    var order = new MissingLast<Double>(Comparator.naturalOrder(), () -> isDownwards);
    // As a table does: downwards it swaps the sides.
    Comparator<Optional<Double>> asTable =
        isDownwards ? (first, second) -> order.compare(second, first) : order;
    return Stream.of(
            Optional.of(10.0), Optional.<Double>empty(), Optional.of(9.0), Optional.of(0.5))
        .sorted(asTable)
        .toList();
  }

  @Test
  void whatIsMissingComesLastBothWays() {
    assertThat(sorted(false))
        .containsExactly(Optional.of(0.5), Optional.of(9.0), Optional.of(10.0), Optional.empty());
    assertThat(sorted(true))
        .containsExactly(Optional.of(10.0), Optional.of(9.0), Optional.of(0.5), Optional.empty());
  }

  @Test
  void theLastTagIsCompletedAndNoneTwice() {
    List<String> known = List.of("baseline", "Base", "good", "sweep");
    assertThat(TagCompletion.of("ba", known)).containsExactly("Base", "baseline");
    assertThat(TagCompletion.of("good, BA", known)).containsExactly("good, Base", "good, baseline");
    assertThat(TagCompletion.of("baseline,ba", known)).containsExactly("baseline, Base");
    assertThat(TagCompletion.of("good", known)).isEmpty();
    assertThat(TagCompletion.of("good, ", known)).isEmpty();
    assertThat(TagCompletion.of("", known)).isEmpty();
  }

  @Test
  void differencesAreCopiedWithAColumnARun() {
    var differences =
        new Differences(
            List.of(run("a-1", "one", 1), run("b-2", "two", 2)),
            List.of(
                new SpecDifference("seed", "1", "2"),
                new SpecDifference("mean", "0.1, 0.2", "0.3 \"x\"")));
    assertThat(differences.names()).containsExactly("one", "two");
    assertThat(differences.csv(messages))
        .isEqualTo(
            "Setting,a-1,b-2\nSeed,1,2\n\"Mean (r, g, b)\",\"0.1, 0.2\",\"0.3 \"\"x\"\"\"\n");
    assertThat(differences.text(messages).lines())
        .containsExactly(
            "Setting         a-1       b-2",
            "Seed            1         2",
            "Mean (r, g, b)  0.1, 0.2  0.3 \"x\"");
  }

  @Test
  void runsOfOneNameAreToldApartInTheHeadings() {
    assertThat(names(run("a", "x", 1), run("b", "x", 2))).containsExactly("x, seed 1", "x, seed 2");
    assertThat(names(run("a", "x", 1), run("b", "x", 1))).containsExactly("a", "b");
  }

  private static List<String> names(RunSummary... runs) {
    return new Differences(List.of(runs), List.of()).names();
  }

  @Test
  void aRowNeedsAValueForEachRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Differences(
                List.of(run("a", "x", 1)), List.of(new SpecDifference("seed", "1", "2"))))
        .withMessageContaining("a value for each of 1 runs, got 2");
  }
}
