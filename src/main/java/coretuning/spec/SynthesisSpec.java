package coretuning.spec;

/// How MoCHi (Kalantidis et al. 2020) synthesises hard negatives; the paper writes (N, s, s').
///
/// @param hardest N, keys of the queue nearest to the query among which parents are drawn, at least
///   2 (capped to the queue); 1024
/// @param mixed s, synthetic negatives of two of them each, at least 0
/// @param queryMixed s', synthetic negatives of the query and one of them, at least 0
/// @param mostQueryShare greatest share of the query in these, in (0, 0.5]; 0.5
/// @param warmUpEpochs epochs without synthesis, at least 0; 10 or 15 of 200 in the paper's runs
/// @param classOracle whether keys of the query's own class are kept from the negatives and from
///   the parents. Uses labels: an upper bound for analysis, no way of pre-training
public record SynthesisSpec(
    int hardest,
    int mixed,
    int queryMixed,
    double mostQueryShare,
    int warmUpEpochs,
    boolean classOracle) {

  public SynthesisSpec {
    Require.atLeast("hardest negatives", hardest, 2);
    Require.atLeast("mixed negatives", mixed, 0);
    Require.atLeast("query-mixed negatives", queryMixed, 0);
    Require.above("query share", mostQueryShare, 0);
    Require.within("query share", mostQueryShare, 0, 0.5);
    Require.atLeast("warm-up without synthesis", warmUpEpochs, 0);
  }
}
