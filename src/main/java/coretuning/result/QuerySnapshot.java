package coretuning.result;

import java.util.List;

/// A few queries of contrastive pre-training among their negatives, as they lay after an epoch: the
/// same images in the same views at every epoch. Recorded for looking only: no number of the run
/// depends on it.
///
/// @param epoch epochs done
/// @param dimension P of every vector
public record QuerySnapshot(int epoch, int dimension, List<Query> queries) {

  public QuerySnapshot {
    queries = List.copyOf(queries);
  }

  /// One query.
  ///
  /// @param sample id of its image in the data set
  /// @param label class of its image, for analysis only
  /// @param vector `[P]` of length 1
  /// @param key `[P]` its positive: the other view, by the momentum encoder
  public record Query(
      int sample, int label, float[] vector, float[] key, Memory memory, Mixes mixes) {}

  /// The keys of the queue that are nearest to a query, nearest first.
  ///
  /// @param samples `[M]` ids of the images behind the keys; -1 for a random key of the start
  /// @param labels `[M]` their classes, for analysis only; -1 likewise
  /// @param vectors `[M, P]` unit rows
  public record Memory(int[] samples, int[] labels, float[] vectors) {
    public Memory {
      if (samples.length != labels.length) {
        throw new IllegalArgumentException(
            "ids and labels must be as many, got %d and %d"
                .formatted(samples.length, labels.length));
      }
    }

    /// M.
    public int size() {
      return samples.length;
    }
  }

  /// What synthetic negatives are mixed from.
  ///
  /// @param first `[S]` places in [Memory]; -1 for the query itself
  /// @param second `[S]` places in [Memory]
  /// @param shares `[S]` of the first, in [0, 1]
  public record Mixes(int[] first, int[] second, double[] shares) {
    public Mixes {
      if (first.length != second.length || first.length != shares.length) {
        throw new IllegalArgumentException(
            "parents and shares must be as many, got %d, %d and %d"
                .formatted(first.length, second.length, shares.length));
      }
    }

    /// S.
    public int size() {
      return first.length;
    }
  }
}
