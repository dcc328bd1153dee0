package coretuning.train;

import coretuning.result.ProxyEpoch;
import coretuning.result.ProxyLook;
import coretuning.result.ProxyStep;
import java.util.Arrays;
import java.util.Optional;

/// Sums over the proxy task of one epoch so far. Part of a checkpoint.
final class ProxyTally {
  /// Numbers that [#values] holds.
  static final int VALUES = 14 + ProxyEpoch.RANKS.size();

  private long queries;
  private long found;
  private long foundAmongAll;
  private long looks;
  private long judged;
  private long falseNegatives;
  private long judgedSynthetic;
  private long falseSynthetic;
  private double alignment;
  private double uniformity;
  private double deviation;
  private double effectiveRank;
  private int dimension;
  private int ranks;
  private final double[] matching = new double[ProxyEpoch.RANKS.size()];

  void add(ProxyStep step) {
    queries += step.queries();
    found += step.found();
    foundAmongAll += step.foundAmongAll();
    step.look().ifPresent(this::add);
  }

  private void add(ProxyLook look) {
    looks++;
    judged += look.judged();
    falseNegatives += look.falseNegatives();
    judgedSynthetic += look.judgedSynthetic();
    falseSynthetic += look.falseSynthetic();
    alignment += look.alignment();
    uniformity += look.uniformity();
    deviation += look.deviation();
    effectiveRank += look.effectiveRank();
    dimension = look.dimension();
    ranks = look.matching().size();
    for (int i = 0; i < ranks; i++) {
      matching[i] += look.matching().get(i);
    }
  }

  boolean isEmpty() {
    return queries == 0;
  }

  /// Means so far; empty before the first look.
  ///
  /// @param epoch counted from 1
  Optional<ProxyEpoch> means(int epoch) {
    return looks == 0
        ? Optional.empty()
        : Optional.of(
            new ProxyEpoch(
                epoch,
                (double) found / queries,
                (double) foundAmongAll / queries,
                share(falseNegatives, judged),
                share(falseSynthetic, judgedSynthetic),
                alignment / looks,
                uniformity / looks,
                deviation / looks,
                effectiveRank / looks,
                dimension,
                Arrays.stream(matching, 0, ranks).map(sum -> sum / looks).boxed().toList()));
  }

  private static Optional<Double> share(long some, long all) {
    return all == 0 ? Optional.empty() : Optional.of((double) some / all);
  }

  /// All sums as numbers. Counts are exact below 2^53.
  double[] values() {
    double[] scalars = {
      queries,
      found,
      foundAmongAll,
      looks,
      judged,
      falseNegatives,
      judgedSynthetic,
      falseSynthetic,
      alignment,
      uniformity,
      deviation,
      effectiveRank,
      dimension,
      ranks
    };
    double[] values = Arrays.copyOf(scalars, VALUES);
    System.arraycopy(matching, 0, values, scalars.length, matching.length);
    return values;
  }

  /// A tally as it was saved.
  ///
  /// @param values `[VALUES]`
  static ProxyTally of(double[] values) {
    var tally = new ProxyTally();
    tally.queries = (long) values[0];
    tally.found = (long) values[1];
    tally.foundAmongAll = (long) values[2];
    tally.looks = (long) values[3];
    tally.judged = (long) values[4];
    tally.falseNegatives = (long) values[5];
    tally.judgedSynthetic = (long) values[6];
    tally.falseSynthetic = (long) values[7];
    tally.alignment = values[8];
    tally.uniformity = values[9];
    tally.deviation = values[10];
    tally.effectiveRank = values[11];
    tally.dimension = (int) values[12];
    tally.ranks = (int) values[13];
    System.arraycopy(values, 14, tally.matching, 0, tally.matching.length);
    return tally;
  }
}
