package coretuning.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.figure.Colouring;
import coretuning.figure.Style;
import coretuning.result.Projection;
import coretuning.result.RunEvent;
import coretuning.result.Snapshot;
import coretuning.result.SphereView;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.SelectedSamples;
import coretuning.ui.support.StatusLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What maps show of which images, without a toolkit: all work is done at once.
class MapSidesTest {
  private final Comparison comparison = new Comparison();
  private final MapChoices choices = new MapChoices();
  private final EpochTrack track = new EpochTrack();
  private final Background background = new Background(Runnable::run, Runnable::run);
  private final StatusLine status = new StatusLine();
  private final Messages messages = Messages.ofProgram();
  private final MapSides sides =
      new MapSides(
          new MapBook.Desk(comparison, new RecordedImages.Shelf(), background, status, () -> {}),
          choices,
          track);
  private final SampleImages images =
      new SampleImages((data, sample) -> Optional.empty(), data -> List.of(), background, status);
  private final MapColours colours =
      new MapColours(
          comparison,
          choices,
          new Channels(images, new SampleMeasures(background, status, () -> {}), messages),
          messages);

  @BeforeEach
  void train() {
    var ce = new FakeRun("ce", Specs.ceTuning());
    var core = new FakeRun("core", Specs.coreTuning());
    comparison.accept(List.of(ce.started(), ce.snapshot(0), ce.snapshot(5)));
    comparison.accept(List.of(core.started(), core.snapshot(0), core.snapshot(5)));
    track.offer(List.of(0, 5));
  }

  private MapSide core() {
    return sides.all().getLast();
  }

  private Colouring colouring() {
    return colours.of(sides.all()).getLast().orElseThrow();
  }

  @Test
  void trainingImagesStandBeforeTestImages() {
    choices.methodProperty().set(MapMethod.PCA);
    int test = core().embedding().size();
    choices.imagesProperty().set(ImageSet.TRAINING);
    int training = core().embedding().size();
    choices.imagesProperty().set(ImageSet.BOTH);

    assertThat(core().embedding().size()).isEqualTo(training + test);
    assertThat(core().projection().orElseThrow().x()).hasSize(training + test);
    assertThat(core().images().isTraining(training - 1)).isTrue();
    assertThat(core().images().isTraining(training)).isFalse();
    assertThat(core().embedding().samples()[training]).isZero();
    assertThat(core().embedding()).as("joined once").isSameAs(core().embedding());
    assertThat(core().embedding().losses().orElseThrow()).hasSize(training + test);
  }

  @Test
  void whatIsToldOfARunIsOfItsTestImagesWhateverIsShown() {
    double top1 = core().top1();
    choices.imagesProperty().set(ImageSet.TRAINING);

    assertThat(core().top1()).isEqualTo(top1);
  }

  @Test
  void aMapOfTrainingImagesByNeighbourhoodsIsMadeWhenAskedFor() {
    assertThat(core().projection()).as("made by a job").isEmpty();
    choices.imagesProperty().set(ImageSet.TRAINING);

    assertThat(core().projection().orElseThrow().method()).isEqualTo("t-SNE");
    assertThat(sides.extent()).isPresent();
  }

  @Test
  void channelsSayWhyTheyHaveNothingToShow() {
    assertThat(colours.missing(Channel.WEIGHT))
        .contains("only training images have one: choose Images: training");
    assertThat(colours.missing(Channel.SPLIT)).contains("choose Images: both");
    assertThat(colours.missing(Channel.LOSS)).isEmpty();
    assertThat(colours.missing(Channel.CHANGE)).isEmpty();
    choices.imagesProperty().set(ImageSet.TRAINING);
    assertThat(colours.missing(Channel.WEIGHT)).isEmpty();
    choices.imagesProperty().set(ImageSet.BOTH);
    assertThat(colours.missing(Channel.SPLIT)).isEmpty();

    comparison.clear();
    var old = new FakeRun("old", Specs.ceTuning());
    comparison.accept(List.of(old.started(), withoutTraining(old.snapshot(0))));
    assertThat(sides.lacks(ImageSet.TRAINING)).contains("images.none");
    assertThat(sides.lacks(ImageSet.TEST)).isEmpty();
    assertThat(colours.missing(Channel.WEIGHT)).contains("no run on display has focal weights");
    assertThat(colours.missing(Channel.CHANGE)).contains("needs two runs on display");
  }

  private static RunEvent withoutTraining(RunEvent taken) {
    Snapshot whole = ((RunEvent.SnapshotTaken) taken).snapshot();
    return new RunEvent.SnapshotTaken(
        "old", new Snapshot(whole.embedding(), whole.spread(), 0.5, List.of(), List.of()));
  }

  @Test
  void weightsColourTrainingImagesAndLeaveTestImagesGrey() {
    choices.imagesProperty().set(ImageSet.BOTH);
    choices.channelProperty().set(Channel.WEIGHT);
    int[] drawn = colouring().colours(Style.LIGHT);

    assertThat(drawn[0]).isNotEqualTo(Style.LIGHT.muted().getRGB());
    assertThat(drawn[drawn.length - 1]).isEqualTo(Style.LIGHT.muted().getRGB());

    choices.channelProperty().set(Channel.SPLIT);
    assertThat(colouring().text(0)).isEqualTo("training");
    assertThat(colouring().text(drawn.length - 1)).isEqualTo("test");
  }

  @Test
  void aSphereIsSeenFromTheSideItIsTurnedTo() {
    choices.methodProperty().set(MapMethod.SPHERE);
    assertThat(sides.lacks(MapMethod.SPHERE)).isEmpty();
    Projection before = core().projection().orElseThrow();
    assertThat(core().depth().orElseThrow()).hasSize(before.x().length);
    choices.turnProperty().set(choices.turnProperty().get().by(0.5, 0));

    Projection after = core().projection().orElseThrow();
    double[] depth = core().depth().orElseThrow();
    for (int i = 0; i < depth.length; i++) {
      double square = after.x()[i] * after.x()[i] + after.y()[i] * after.y()[i];
      assertThat(square + depth[i] * depth[i]).isCloseTo(1, within(1e-9));
    }
    assertThat(after.x()).isNotEqualTo(before.x());
  }

  @Test
  void theFarSideOfASphereIsPaler() {
    choices.methodProperty().set(MapMethod.SPHERE);
    MapSide side = core();
    Optional<Colouring> colouring = colours.of(sides.all()).getLast();
    int[] plain = colouring.orElseThrow().colours(Style.LIGHT);
    int[] drawn =
        MapLooks.of(side, colouring, choices, SelectedSamples.NONE, Style.LIGHT).colours();
    double[] depth = side.depth().orElseThrow();

    for (int i = 0; i < depth.length; i++) {
      if (depth[i] >= 0) {
        assertThat(drawn[i]).isEqualTo(plain[i]);
      } else {
        assertThat(drawn[i] & 0xff).isGreaterThanOrEqualTo(plain[i] & 0xff);
        assertThat(drawn[i]).isNotEqualTo(plain[i]);
      }
    }
  }

  @Test
  void turningMovesTheFrontToTheRightAndTippingShowsTheTop() {
    var pole = new SphereView(new double[][] {{0, 0}, {0, 1}, {1, 0}}, 1);

    double[][] ahead = new Turn(0, 0).seen(pole);
    assertThat(ahead[2][0]).isEqualTo(1);
    double[][] right = new Turn(Math.PI / 2, 0).seen(pole);
    assertThat(right[0][0]).isCloseTo(1, within(1e-12));
    double[][] above = new Turn(0, 9).seen(pole);
    assertThat(above[2][1]).isCloseTo(1, within(1e-12));
  }
}
