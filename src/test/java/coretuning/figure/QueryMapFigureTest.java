package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.QueryMapFigure.Role;
import coretuning.figure.QueryMapFigure.Spot;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QueryMapFigureTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  private static Spot spot(Role role, double x, double y) {
    return new Spot(role, x, y, 0.5, 1, -1, -1, Double.NaN);
  }

  /// Two spots at the ends of a line, one at its middle.
  private static final QueryMapFigure MAP =
      new QueryMapFigure(
          "",
          "",
          List.of(
              spot(Role.QUERY, 0, 0),
              spot(Role.MEMORY, -1, 0),
              spot(Role.MEMORY, 1, 0),
              new Spot(Role.MIXED, 0.5, 0, 0.7, -1, 0, 2, 0.5)),
          OptionalInt.empty());

  private static OptionalInt at(double x, double y) {
    return MAP.spotAt(x, y, WIDTH, HEIGHT, Style.LIGHT);
  }

  @Test
  void theSpotUnderThePointerIsFound() {
    var found = new TreeSet<Integer>();
    OptionalInt query = OptionalInt.empty();
    for (double x = 0; x < WIDTH; x++) {
      for (double y = 0; y < HEIGHT; y += 2) {
        at(x, y).ifPresent(found::add);
      }
    }
    for (double y = 0; y < HEIGHT; y++) {
      query = query.isPresent() ? query : at(WIDTH / 2, y);
    }

    assertThat(found).containsExactly(0, 1, 2, 3);
    assertThat(query).hasValue(0);
  }

  @Test
  void nothingIsFoundFarFromAll() {
    assertThat(at(5, 5)).isEmpty();
    assertThat(
            new QueryMapFigure("", "", List.of(), OptionalInt.empty())
                .spotAt(300, 200, WIDTH, HEIGHT, Style.LIGHT))
        .isEmpty();
  }

  @Test
  void choosingMarksWithoutChangingTheNumbers() {
    QueryMapFigure marked = MAP.choosing(OptionalInt.of(3));

    assertThat(marked.data()).isEqualTo(MAP.data());
    var plain = new Drawing(MAP, WIDTH, HEIGHT, Style.LIGHT);
    var ringed = new Drawing(marked, WIDTH, HEIGHT, Style.LIGHT);
    int differing = 0;
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        differing += plain.pixel(x, y) == ringed.pixel(x, y) ? 0 : 1;
      }
    }
    assertThat(differing).isGreaterThan(50);
  }

  @Test
  void theTableNamesParentsOfMixesOnly() {
    assertThat(MAP.data().rows().get(3)).containsSubsequence(0, 2, 0.5);
    assertThat(MAP.data().rows().getFirst()).endsWith("", "", "");
  }
}
