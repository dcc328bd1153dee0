package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.job.Thumbnail;
import coretuning.result.Problem;
import coretuning.spec.DataSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class SampleImagesTest {
  private static final DataSpec DATA = DataSpec.fashionMnist("any");
  private final StatusLine status = new StatusLine();
  private final Background background = new Background(Runnable::run, Runnable::run);
  private final List<Integer> read = new ArrayList<>();
  private final SampleImages images =
      new SampleImages(
          (data, sample) -> {
            read.add(sample);
            if (sample == 9) {
              throw new Problem("the image is truncated", "9.png", "replace it");
            }
            return Optional.of(new Thumbnail(1, 2, new byte[] {10, 20, 30, 40, 50, 60}));
          },
          data -> List.of("shirt", "bag"),
          background,
          status);

  @Test
  void anImageKeepsItsPixelsAndIsReadOnce() {
    var found = new ArrayList<Optional<Image>>();
    images.find(DATA, 3, found::add);
    images.find(DATA, 3, found::add);
    assertThat(read).containsExactly(3);
    Image image = found.getFirst().orElseThrow();
    assertThat(found.getLast()).containsSame(image);
    assertThat(image.getPixelReader().getArgb(0, 1)).isEqualTo(0xff28323c);
  }

  @Test
  void aFileThatCannotBeReadIsOneLine() {
    images.find(DATA, 9, found -> {});
    assertThat(status.textProperty().get()).startsWith("the image is truncated");
  }

  @Test
  void numbersStandForClassNamesThatAreNotKnown() {
    assertThat(images.name(DATA, 1)).isEqualTo("class 1");
    images.prepare(DATA, () -> {});
    assertThat(images.names(DATA, 3)).containsExactly("shirt", "bag", "class 2");
  }

  @Test
  void anErrorInsideTheProgramIsToldToo() {
    var told = new ArrayList<Problem>();
    background.run(
        () -> {
          throw new IllegalStateException("oops");
        },
        result -> {},
        told::add);
    assertThat(told.getFirst().what()).contains("oops");
  }
}
