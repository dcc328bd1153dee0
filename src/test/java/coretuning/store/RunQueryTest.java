package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Remarks;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunQueryTest {
  private static final RunSummary RUN =
      new RunSummary(
              "20261123-core-tuning-seed11",
              "Eta sweep",
              "Core-tuning",
              "fashion-mnist-mini",
              RunState.FAILED,
              3,
              10,
              11,
              Optional.empty(),
              Optional.empty(),
              "2026-11-23T15:12:33Z")
          .with(
              new RunSummary.More(
                  false,
                  Optional.empty(),
                  new Remarks(List.of("Baseline", "to keep"), "loss explodes at step 7"),
                  Optional.empty()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "eta",
        "ETA sweep",
        "sweep explodes mnist",
        "seed11",
        "core-tuning failed",
        "state:failed",
        "state:fail tag:baseline",
        "tag:\"to keep\" notes:step",
        "\"at step 7\"",
        "method:core-tuning",
        "name:sweep data:fashion seed:11",
        "kind:fine",
        "state:"
      })
  void theseWordsFindTheRun(String query) {
    assertThat(new RunQuery(query).test(RUN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eta moco",
        "tag:base",
        "tag:keep",
        "seed:1",
        "state:finished",
        "name:explodes",
        "kind:pre",
        "colour:red",
        "\"step at 7\"",
        "method:ce"
      })
  void theseDoNot(String query) {
    assertThat(new RunQuery(query).test(RUN)).isFalse();
  }

  @Test
  void everyRunIsFoundByNothing() {
    assertThat(RunQuery.all().test(RUN)).isTrue();
  }
}
