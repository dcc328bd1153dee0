package coretuning.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.job.PathKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormDropTest {
  private static final Path PHOTOS = Path.of("photos");
  private static final Path WEIGHTS = Path.of("moco.pth");
  private static final Path RUN = Path.of("runs/one");

  private final List<Path> data = new ArrayList<>();
  private final List<Path> weights = new ArrayList<>();
  private final List<Path> looked = new ArrayList<>();
  private final FormDrop drop = new FormDrop(this::kind, data::add, weights::add);

  private PathKind kind(Path path) {
    looked.add(path);
    return path.equals(PHOTOS)
        ? PathKind.DATA
        : path.equals(WEIGHTS)
            ? PathKind.WEIGHTS
            : path.equals(RUN) ? PathKind.RUN : PathKind.OTHER;
  }

  @Test
  void eachGoesWhereItBelongs() {
    assertThat(drop.drop(List.of(PHOTOS))).isTrue();
    assertThat(drop.drop(List.of(WEIGHTS))).isTrue();
    assertThat(data).containsExactly(PHOTOS);
    assertThat(weights).containsExactly(WEIGHTS);
  }

  @Test
  void runsAndStrangeThingsAreLeftToOthers() {
    assertThat(drop.drop(List.of(RUN))).isFalse();
    assertThat(drop.drop(List.of(Path.of("letter.txt")))).isFalse();
    assertThat(drop.drop(List.of(PHOTOS, WEIGHTS))).isFalse();
    assertThat(drop.drop(List.of())).isFalse();
    assertThat(data).isEmpty();
    assertThat(weights).isEmpty();
  }

  @Test
  void whatIsDraggedAboutIsLookedAtOnce() {
    for (int i = 0; i < 50; i++) {
      assertThat(drop.takes(List.of(PHOTOS))).isTrue();
    }
    drop.drop(List.of(PHOTOS));
    assertThat(looked).containsExactly(PHOTOS);
  }
}
