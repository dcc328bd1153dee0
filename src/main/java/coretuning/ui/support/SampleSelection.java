package coretuning.ui.support;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The one selection that all views share: selected samples, the focused one among them, and those
/// that alone are on display. Every change can be undone. For the JavaFX thread.
///
/// A view that knows one sample only sets the focus: that selects the sample alone, unless it is
/// selected already.
public final class SampleSelection {
  private static final int REMEMBERED = 100;

  private final ReadOnlyObjectWrapper<SelectedSamples> state =
      new ReadOnlyObjectWrapper<>(this, "state", SelectedSamples.NONE);
  private final ObjectProperty<Optional<Integer>> focus =
      new SimpleObjectProperty<>(this, "focus", Optional.empty());
  private final Deque<SelectedSamples> before = new ArrayDeque<>();
  private final Deque<SelectedSamples> undone = new ArrayDeque<>();

  public SampleSelection() {
    focus.subscribe(this::focused);
  }

  /// What is selected now.
  public ReadOnlyObjectProperty<SelectedSamples> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What is selected now.
  public SelectedSamples get() {
    return state.get();
  }

  /// The sample whose details are shown; may be set.
  public ObjectProperty<Optional<Integer>> focusProperty() {
    return focus;
  }

  /// Chooses one sample and focuses it; one that a toggle takes out leaves the focus to another.
  public void pick(int sample, Pick pick) {
    var one = new BitSet();
    one.set(sample);
    BitSet ids = joined(one, pick);
    enter(
        new SelectedSamples(
            ids, ids.get(sample) ? Optional.of(sample) : first(ids), get().isolated()));
  }

  /// Chooses many samples at once. The focus stays if it is still selected.
  public void pick(BitSet samples, Pick pick) {
    BitSet ids = joined(samples, pick);
    enter(new SelectedSamples(ids, get().focus().filter(ids::get), get().isolated()));
  }

  private BitSet joined(BitSet samples, Pick pick) {
    var ids = new BitSet();
    if (pick != Pick.REPLACE) {
      ids.or(get().ids());
    }
    if (pick == Pick.TOGGLE) {
      ids.xor(samples);
    } else {
      ids.or(samples);
    }
    return ids;
  }

  private static Optional<Integer> first(BitSet ids) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.nextSetBit(0));
  }

  /// Selects nothing.
  public void clear() {
    enter(new SelectedSamples(new BitSet(), Optional.empty(), get().isolated()));
  }

  /// Leaves only the selected samples on display; without any, nothing happens.
  public void isolate() {
    if (!get().ids().isEmpty()) {
      enter(new SelectedSamples(get().ids(), get().focus(), Optional.of(get().ids())));
    }
  }

  /// Puts all samples back on display; the selection stays.
  public void showAll() {
    enter(new SelectedSamples(get().ids(), get().focus(), Optional.empty()));
  }

  /// Takes the newest change back, if there was one.
  public void undo() {
    if (!before.isEmpty()) {
      undone.push(get());
      set(before.pop());
    }
  }

  /// Makes a change again that was taken back.
  public void redo() {
    if (!undone.isEmpty()) {
      before.push(get());
      set(undone.pop());
    }
  }

  public boolean canUndo() {
    return !before.isEmpty();
  }

  public boolean canRedo() {
    return !undone.isEmpty();
  }

  /// Forgets everything, also what could be undone: for other samples.
  public void reset() {
    before.clear();
    undone.clear();
    set(SelectedSamples.NONE);
  }

  private void focused(Optional<Integer> sample) {
    if (sample.equals(get().focus())) {
      return;
    }
    if (sample.isPresent() && !get().contains(sample.get())) {
      pick(sample.get(), Pick.REPLACE);
    } else {
      enter(new SelectedSamples(get().ids(), sample, get().isolated()));
    }
  }

  private void enter(SelectedSamples next) {
    if (next.equals(get())) {
      return;
    }
    before.push(get());
    if (before.size() > REMEMBERED) {
      before.removeLast();
    }
    undone.clear();
    set(next);
  }

  private void set(SelectedSamples next) {
    state.set(next);
    focus.set(next.focus());
  }
}
