package coretuning.cli;

import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.Probe;
import coretuning.result.ProxyEpoch;
import coretuning.result.RunEvent;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A bar that renews itself on a terminal; where output goes to a file only whole lines are
/// written.
final class ProgressLine {
  private static final int CELLS = 24;
  // A run of 200 short epochs would drown everything else; its folder has every one.
  private static final int MOST_EPOCH_LINES = 25;
  private static final long LEAST_NANOS_BETWEEN = 100_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean interactive =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  private long shownNanos;
  private boolean open;
  private int epochs = 1;

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  /// Begins a run.
  void begin(int epochsToCome) {
    epochs = epochsToCome;
  }

  /// Whether an epoch has lines: all of a short run, every few of a long one, always the last.
  static boolean isShown(int epoch, int epochs) {
    int interval = (epochs + MOST_EPOCH_LINES - 1) / MOST_EPOCH_LINES;
    return epoch % interval == 0 || epoch == epochs;
  }

  void show(RunEvent.Progress progress) {
    long now = System.nanoTime();
    if (!interactive || now - shownNanos < LEAST_NANOS_BETWEEN) {
      return;
    }
    shownNanos = now;
    err.print(CLEAR + text(progress));
    err.flush();
    open = true;
  }

  static String text(RunEvent.Progress progress) {
    double share = progress.total() == 0 ? 1 : (double) progress.done() / progress.total();
    int filled = (int) Math.round(share * CELLS);
    var text =
        new StringBuilder("  [")
            .append("#".repeat(filled))
            .append(".".repeat(CELLS - filled))
            .append(String.format(Locale.ROOT, "] %3.0f %%  %s", share * 100, progress.doing()));
    if (Double.isFinite(progress.imagesPerSecond())) {
      text.append(String.format(Locale.ROOT, "  %.0f images/s", progress.imagesPerSecond()));
    }
    if (Double.isFinite(progress.secondsLeft())) {
      text.append("  ETA ").append(duration(progress.secondsLeft()));
    }
    return text.toString();
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  void epoch(EpochMetrics metrics) {
    if (!isShown(metrics.epoch(), epochs)) {
      return;
    }
    String terms =
        metrics.terms().stream()
            .map(term -> String.format(Locale.ROOT, "%s %.4f", term.name(), term.value()))
            .collect(Collectors.joining(", "));
    line(
        String.format(
            Locale.ROOT,
            "  epoch %3d  loss %.4f (%s)  train %.1f %%%s  %.0f images/s, loader %.0f %%",
            metrics.epoch(),
            metrics.loss(),
            terms,
            metrics.trainTop1() * 100,
            metrics
                .validation()
                .map(top1 -> String.format(Locale.ROOT, "  validation %.1f %%", top1 * 100))
                .orElse(""),
            metrics.imagesPerSecond(),
            metrics.loaderShare() * 100));
  }

  void diagnostics(EpochDiagnostics seen) {
    if (!isShown(seen.epoch(), epochs)) {
      return;
    }
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "             cross-entropy of originals %.4f, without positive %.1f %%",
                seen.crossEntropy(),
                seen.withoutPositive() * 100));
    seen.mining()
        .ifPresent(mining ->
            text.append(
                String.format(
                    Locale.ROOT,
                    ", self-picks %.1f %%, wrong class %.1f %%, lambda clipped %.1f %%",
                    mining.selfShare() * 100,
                    mining.wrongClassShare() * 100,
                    mining.clippedShare() * 100)));
    line(text.toString());
  }

  void proxy(ProxyEpoch seen) {
    if (!isShown(seen.epoch(), epochs)) {
      return;
    }
    line(
        String.format(
            Locale.ROOT,
            "             own key first %.1f %%, among synthetic too %.1f %%%s%s, alignment %.3f,"
                + " uniformity %.3f, std %.4f of %.4f, effective rank %.1f of %d",
            seen.found() * 100,
            seen.foundAmongAll() * 100,
            share(", false among the hardest %.1f %%", seen.falseNegatives()),
            share(", partly false synthetic %.1f %%", seen.falseSynthetic()),
            seen.alignment(),
            seen.uniformity(),
            seen.deviation(),
            1 / Math.sqrt(seen.dimension()),
            seen.effectiveRank(),
            seen.dimension()));
  }

  void probe(Probe probe) {
    line(
        String.format(
            Locale.ROOT,
            "             probes of the frozen backbone: k-NN %.2f %%, linear %.2f %% (learning rate"
                + " %s; %d images to learn from, %d to test)",
            probe.knn() * 100,
            probe.linear() * 100,
            probe.learningRate(),
            probe.bank(),
            probe.images()));
  }

  private static String share(String format, Optional<Double> value) {
    return value.map(share -> String.format(Locale.ROOT, format, share * 100)).orElse("");
  }

  /// Writes a line of its own above the bar.
  void line(String text) {
    err.println((open ? CLEAR : "") + text);
    open = false;
  }

  void end() {
    if (open) {
      err.print(CLEAR);
      err.flush();
      open = false;
    }
  }
}
