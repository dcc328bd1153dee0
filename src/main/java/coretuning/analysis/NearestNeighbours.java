package coretuning.analysis;

/// The weighted k-nearest-neighbour classifier of instance discrimination (Wu et al. 2018): the k
/// images of the bank whose unit features have the largest cosine with the query's vote for their
/// classes, each with weight exp(cosine / temperature).
///
/// Every query is computed on its own ([NeighbourSearch]), so the result is the same for any number
/// of threads. Cosines are summed in single precision.
public final class NearestNeighbours {
  private final int dimension;
  private final int[] labels;
  private final int classes;
  private final int k;
  private final double temperature;
  private final NeighbourSearch bank;

  /// Takes over the bank.
  ///
  /// @param features `[N, D]` row-major, N at least 1, of any length; copied
  /// @param dimension D
  /// @param labels `[N]` in [0, classes)
  /// @param k neighbours that vote, at least 1; capped to N
  /// @param temperature of the vote, above 0
  public NearestNeighbours(
      float[] features, int dimension, int[] labels, int classes, int k, double temperature) {
    if (k < 1 || !(temperature > 0)) {
      throw new IllegalArgumentException(
          "k must be at least 1 and temperature above 0, got %d and %s".formatted(k, temperature));
    }
    UnitRows rows = UnitRows.of(features, dimension);
    Labels.require(labels, rows.count(), classes);
    if (rows.count() == 0) {
      throw new IllegalArgumentException("the bank must hold at least one image");
    }
    this.dimension = dimension;
    this.labels = labels.clone();
    this.classes = classes;
    this.k = Math.min(k, rows.count());
    this.temperature = temperature;
    bank = new NeighbourSearch(rows);
  }

  /// Neighbours that vote, after capping.
  public int k() {
    return k;
  }

  /// Classes named by the vote; of equal votes the lower class wins.
  ///
  /// @param queries `[M, D]` row-major, of any length
  /// @return `[M]`
  public int[] predict(float[] queries) {
    UnitRows rows = UnitRows.of(queries, dimension);
    var predictions = new int[rows.count()];
    bank.search(rows, k, false, (query, nearest) -> predictions[query] = vote(nearest));
    return predictions;
  }

  /// Share of queries whose vote names their label, in [0, 1].
  ///
  /// @param queries `[M, D]`, M at least 1
  /// @param truth `[M]`
  public double accuracy(float[] queries, int[] truth) {
    int[] predictions = predict(queries);
    Labels.require(truth, predictions.length, classes);
    if (truth.length == 0) {
      throw new IllegalArgumentException("an accuracy needs at least one query");
    }
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += predictions[i] == truth[i] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  private int vote(Nearest nearest) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < nearest.size(); i++) {
      highest = Math.max(highest, nearest.similarity(i));
    }
    var votes = new double[classes];
    for (int i = 0; i < nearest.size(); i++) {
      // Relative to the nearest: the same order of votes, and no overflow at small temperatures.
      votes[labels[nearest.row(i)]] += Math.exp((nearest.similarity(i) - highest) / temperature);
    }
    int best = 0;
    for (int each = 1; each < classes; each++) {
      if (votes[each] > votes[best]) {
        best = each;
      }
    }
    return best;
  }
}
