package coretuning.job;

import coretuning.analysis.FeatureSpectrum;
import coretuning.result.ProxyEpoch;
import coretuning.result.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Tells when the features of pre-training collapse: at once, to a point or a line, or bit by bit.
///
/// Bit by bit means that the deviation or the effective rank has stayed below half of its highest
/// value so far for three epochs in a row. In a sound run both rise and then stay level, so that
/// half is far below what epochs differ by; one epoch alone, after a bad batch or a restart of the
/// learning rate, is no reason to worry. A network with fresh weights starts low and is not
/// mistaken, for nothing was higher before.
final class CollapseWarnings {
  private static final double LOST = 0.5;
  private static final int EPOCHS = 3;
  private static final String REMEDY =
      " Lower the learning rate, or raise the temperature or the key momentum.";

  private CollapseWarnings() {}

  /// What an epoch gives cause for: each collapse is told once, and again if it comes back after a
  /// recovery.
  ///
  /// @param before earlier epochs, ascending
  static Optional<Warning> of(List<ProxyEpoch> before, ProxyEpoch now) {
    if (isCollapsed(now)) {
      boolean known = !before.isEmpty() && isCollapsed(before.getLast());
      return known ? Optional.empty() : Optional.of(new Warning(now.epoch(), collapsed(now)));
    }
    var all = new ArrayList<>(before);
    all.add(now);
    return sinking(all, CollapseWarnings::rank, "effective rank")
        .or(() -> sinking(all, CollapseWarnings::spread, "deviation of the features"));
  }

  private static boolean isCollapsed(ProxyEpoch epoch) {
    return FeatureSpectrum.isCollapsed(epoch.deviation(), epoch.effectiveRank(), epoch.dimension());
  }

  private static String collapsed(ProxyEpoch now) {
    return String.format(
        Locale.ROOT,
        "The features have collapsed: they vary by %.4f a dimension where an even spread has"
            + " %.4f, and use %.1f of %d dimensions."
            + REMEDY,
        now.deviation(),
        1 / Math.sqrt(now.dimension()),
        now.effectiveRank(),
        now.dimension());
  }

  /// Empty unless the newest epoch is the last of exactly [#EPOCHS] low ones in a row.
  private static Optional<Warning> sinking(
      List<ProxyEpoch> epochs, ToDoubleFunction<ProxyEpoch> measure, String name) {
    int low = 0;
    while (low < epochs.size() && isLow(epochs.subList(0, epochs.size() - low), measure)) {
      low++;
    }
    if (low != EPOCHS) {
      return Optional.empty();
    }
    ProxyEpoch now = epochs.getLast();
    ProxyEpoch best = epochs.stream().max(Comparator.comparingDouble(measure)).orElseThrow();
    return Optional.of(
        new Warning(
            now.epoch(),
            String.format(
                Locale.ROOT,
                "The features are collapsing: the %s has been below half of its highest for %d"
                    + " epochs. They use %.1f of %d dimensions, %.1f in epoch %d, and vary by %.2f"
                    + " of an even spread, %.2f then."
                    + REMEDY,
                name,
                EPOCHS,
                rank(now),
                now.dimension(),
                rank(best),
                best.epoch(),
                spread(now),
                spread(best))));
  }

  /// Whether the last of some epochs lies below the share of the highest of them.
  private static boolean isLow(List<ProxyEpoch> epochs, ToDoubleFunction<ProxyEpoch> measure) {
    double highest = epochs.stream().mapToDouble(measure).max().orElseThrow();
    return measure.applyAsDouble(epochs.getLast()) < LOST * highest;
  }

  private static double rank(ProxyEpoch epoch) {
    return epoch.effectiveRank();
  }

  /// The deviation as a share of 1/sqrt(D), that of rows spread evenly.
  private static double spread(ProxyEpoch epoch) {
    return epoch.deviation() * Math.sqrt(epoch.dimension());
  }
}
