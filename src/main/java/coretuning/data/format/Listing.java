package coretuning.data.format;

import coretuning.result.RunControl;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Hears of every entry that is looked at while a data set is listed, and can end the listing: a
/// folder of a million images takes a while. Bound to the calling thread, so that readers need not
/// pass it on.
public final class Listing {
  private static final ScopedValue<Listing> CURRENT = ScopedValue.newInstance();
  private static final int STEP = 256;

  private final RunControl control;
  private final IntConsumer progress;
  private int seen;

  private Listing(RunControl control, IntConsumer progress) {
    this.control = control;
    this.progress = progress;
  }

  /// Ends a listing from within; never leaves [#watched].
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the listing was stopped", null, false, false);
    }
  }

  /// Does something that lists folders.
  ///
  /// @param progress gets the number of entries seen so far, now and then
  /// @return empty after a stop
  public static <T> Optional<T> watched(
      RunControl control, IntConsumer progress, Supplier<T> action) {
    try {
      var listing = new Listing(control, progress);
      return Optional.of(ScopedValue.where(CURRENT, listing).call(action::get));
    } catch (Stopped stopped) {
      return Optional.empty();
    }
  }

  /// One more entry was seen.
  static void tick() {
    if (CURRENT.isBound()) {
      CURRENT.get().count();
    }
  }

  private void count() {
    seen++;
    if (control.isStopRequested()) {
      throw new Stopped();
    }
    if (seen % STEP == 0) {
      progress.accept(seen);
    }
  }
}
