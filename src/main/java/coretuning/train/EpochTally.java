package coretuning.train;

import coretuning.result.EpochDiagnostics;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.result.ProxyEpoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Sums over the batches of one epoch so far. Part of a checkpoint, so that a run stopped inside an
/// epoch reports the same means and pairs as one that was not.
public final class EpochTally {
  private double loss;
  private final Map<String, Double> terms = new LinkedHashMap<>();
  private long batches;
  private long images;
  private long correct;
  private final List<HardPair> pairs = new ArrayList<>();
  private final List<FocalWeight> weights = new ArrayList<>();
  private DiagnosticsTally diagnostics = new DiagnosticsTally();
  private ProxyTally proxy = new ProxyTally();

  /// Counts a loss once for each batch that it is of.
  ///
  /// @param count of batches
  /// @param size images in all of them
  void add(Learner.Step step, int count, long size) {
    loss += count * step.lossValue();
    for (LossTerm term : step.terms()) {
      terms.merge(term.name(), count * term.value(), Double::sum);
    }
    batches += count;
    images += size;
    correct += step.correct();
    pairs.addAll(step.pairs());
    weights.addAll(step.weights());
    step.diagnostics().ifPresent(diagnostics::add);
    step.proxy().ifPresent(proxy::add);
  }

  /// Mean objective over the batches, nats; NaN before the first.
  double meanLoss() {
    return loss / batches;
  }

  /// Mean addends over the batches.
  List<LossTerm> meanTerms() {
    var means = new ArrayList<LossTerm>();
    terms.forEach((name, sum) -> means.add(new LossTerm(name, sum / batches)));
    return means;
  }

  /// Share of images predicted right; NaN before the first.
  double top1() {
    return (double) correct / images;
  }

  /// Pairs mined in the epoch, in order.
  public List<HardPair> pairs() {
    return List.copyOf(pairs);
  }

  /// Focal weights of the epoch, in order.
  public List<FocalWeight> weights() {
    return List.copyOf(weights);
  }

  /// What the batches of the epoch tell; empty for learners without labels.
  ///
  /// @param epoch counted from 1
  public Optional<EpochDiagnostics> diagnostics(int epoch) {
    return diagnostics.means(epoch);
  }

  /// Sums of the diagnostics, for a checkpoint.
  DiagnosticsTally diagnostics() {
    return diagnostics;
  }

  /// What the batches of the epoch tell of the proxy task; empty but in contrastive pre-training.
  ///
  /// @param epoch counted from 1
  public Optional<ProxyEpoch> proxy(int epoch) {
    return proxy.means(epoch);
  }

  /// Sums of the proxy task, for a checkpoint.
  ProxyTally proxy() {
    return proxy;
  }

  /// The same with the proxy task's sums as they were saved.
  EpochTally withProxy(ProxyTally saved) {
    proxy = saved;
    return this;
  }

  /// Everything but pairs, weights, diagnostics and proxy task, for a checkpoint.
  Sums sums() {
    return new Sums(loss, new LinkedHashMap<>(terms), batches, images, correct);
  }

  /// The sums of a tally.
  ///
  /// @param terms in the order of the objective's formula
  record Sums(
      double loss, SequencedMap<String, Double> terms, long batches, long images, long correct) {}

  /// A tally as it was saved.
  static EpochTally of(
      Sums sums, List<HardPair> pairs, List<FocalWeight> weights, DiagnosticsTally diagnostics) {
    var tally = new EpochTally();
    tally.loss = sums.loss();
    tally.terms.putAll(sums.terms());
    tally.batches = sums.batches();
    tally.images = sums.images();
    tally.correct = sums.correct();
    tally.pairs.addAll(pairs);
    tally.weights.addAll(weights);
    tally.diagnostics = diagnostics;
    return tally;
  }
}
