package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleSelectionTest {
  private final SampleSelection selection = new SampleSelection();

  private static BitSet ids(int... samples) {
    var ids = new BitSet();
    for (int sample : samples) {
      ids.set(sample);
    }
    return ids;
  }

  @Test
  void aClickReplacesShiftAddsAndControlToggles() {
    selection.pick(7, Pick.REPLACE);
    selection.pick(3, Pick.ADD);
    assertThat(selection.get().ids()).isEqualTo(ids(3, 7));
    assertThat(selection.get().focus()).contains(3);
    selection.pick(3, Pick.TOGGLE);
    assertThat(selection.get().ids()).isEqualTo(ids(7));
    assertThat(selection.get().focus()).contains(7);
    selection.pick(9, Pick.TOGGLE);
    selection.pick(1, Pick.REPLACE);
    assertThat(selection.get().ids()).isEqualTo(ids(1));
  }

  @Test
  void keysSayWhatAClickMeans() {
    assertThat(Pick.of(false, false)).isEqualTo(Pick.REPLACE);
    assertThat(Pick.of(true, false)).isEqualTo(Pick.ADD);
    assertThat(Pick.of(false, true)).isEqualTo(Pick.TOGGLE);
  }

  @Test
  void manySamplesKeepTheFocusOnlyIfItIsAmongThem() {
    selection.pick(4, Pick.REPLACE);
    selection.pick(ids(2, 4, 6), Pick.REPLACE);
    assertThat(selection.get().focus()).contains(4);
    selection.pick(ids(2, 4), Pick.TOGGLE);
    assertThat(selection.get().ids()).isEqualTo(ids(6));
    assertThat(selection.get().focus()).isEmpty();
  }

  @Test
  void focusFromOutsideSelectsThatSampleUnlessItIsSelected() {
    selection.pick(ids(1, 2, 3), Pick.REPLACE);
    selection.focusProperty().set(Optional.of(2));
    assertThat(selection.get().count()).isEqualTo(3);
    selection.focusProperty().set(Optional.of(8));
    assertThat(selection.get().ids()).isEqualTo(ids(8));
    selection.focusProperty().set(Optional.empty());
    assertThat(selection.get().ids()).isEqualTo(ids(8));
    assertThat(selection.get().focus()).isEmpty();
  }

  @Test
  void isolatedSamplesAreShownAloneUntilAllAre() {
    selection.isolate();
    assertThat(selection.get().isolated()).isEmpty();
    selection.pick(ids(5, 6), Pick.REPLACE);
    selection.isolate();
    selection.pick(5, Pick.REPLACE);
    assertThat(selection.get().shows(6)).isTrue();
    assertThat(selection.get().shows(7)).isFalse();
    selection.showAll();
    assertThat(selection.get().shows(7)).isTrue();
    assertThat(selection.get().ids()).isEqualTo(ids(5));
  }

  @Test
  void everyChangeIsUndoneAndRedone() {
    selection.pick(1, Pick.REPLACE);
    selection.pick(ids(2, 3), Pick.ADD);
    selection.isolate();
    selection.clear();
    selection.undo();
    assertThat(selection.get().ids()).isEqualTo(ids(1, 2, 3));
    selection.undo();
    selection.undo();
    assertThat(selection.get().ids()).isEqualTo(ids(1));
    assertThat(selection.focusProperty().get()).contains(1);
    selection.redo();
    assertThat(selection.get().ids()).isEqualTo(ids(1, 2, 3));
    selection.pick(9, Pick.REPLACE);
    assertThat(selection.canRedo()).isFalse();
    while (selection.canUndo()) {
      selection.undo();
    }
    assertThat(selection.get()).isEqualTo(SelectedSamples.NONE);
  }

  @Test
  void whatChangesNothingIsNoStep() {
    selection.clear();
    selection.pick(1, Pick.REPLACE);
    selection.pick(1, Pick.REPLACE);
    selection.showAll();
    selection.undo();
    assertThat(selection.canUndo()).isFalse();
  }

  @Test
  void listenersHearOfEachChangeOnce() {
    List<Integer> counts = new ArrayList<>();
    selection.stateProperty().addListener((property, old, now) -> counts.add(now.count()));
    selection.pick(1, Pick.REPLACE);
    selection.focusProperty().set(Optional.of(4));
    selection.reset();
    assertThat(counts).containsExactly(1, 1, 0);
    assertThat(selection.canUndo()).isFalse();
  }
}
