package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentPathsTest {
  private final RecentPaths recent = new RecentPaths("data", Map.of());

  @Test
  void theNewestStandsInFrontOnce() {
    recent.add("/a");
    recent.add("/b");
    recent.add("/a");
    assertThat(recent.paths()).containsExactly("/a", "/b");
  }

  @Test
  void onlyTheLastFewAreKept() {
    IntStream.range(0, 20).forEach(i -> recent.add("/" + i));
    assertThat(recent.paths()).hasSize(RecentPaths.MOST).startsWith("/19", "/18");
  }

  @Test
  void whatIsStoredIsReadAgainAndOtherPurposesAreNot() {
    recent.add("/a");
    recent.add("/b");
    var stored = new HashMap<>(recent.stored());
    stored.put("weights.0", "/w");
    stored.put("data.x", "/broken");
    assertThat(new RecentPaths("data", stored).paths()).containsExactly("/b", "/a");
    assertThat(new RecentPaths("weights", stored).paths()).containsExactly("/w");
  }

  @Test
  void allCanBeForgotten() {
    recent.add("/a");
    recent.clear();
    assertThat(recent.stored()).isEmpty();
  }
}
