package coretuning.gallery;

import coretuning.analysis.map.PrincipalComponents;
import coretuning.figure.QueryMapFigure;
import coretuning.figure.QueryMapFigure.Role;
import coretuning.figure.QueryMapFigure.Spot;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.QuerySnapshot;
import coretuning.result.QuerySnapshot.Memory;
import coretuning.result.QuerySnapshot.Mixes;
import coretuning.result.QuerySnapshot.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Maps a recorded query with its positive and its negatives to two dimensions: the first two
/// principal components of all of them. Exact, and the same map whenever it is asked for.
public final class QueryMap {
  private QueryMap() {}

  /// The map of a query. The first spot is the query, the second its positive; keys and mixes
  /// follow in the order in which they were recorded.
  ///
  /// @param title may be empty
  /// @param dimension P of its vectors
  public static QueryMapFigure of(String title, Query query, int dimension) {
    float[] vectors = vectors(query, dimension);
    Projection map = PrincipalComponents.project(vectors, dimension);
    Memory memory = query.memory();
    Mixes mixes = query.mixes();
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < map.x().length; i++) {
      int mix = i - 2 - memory.size();
      Role role = role(query, i);
      spots.add(
          new Spot(
              role,
              map.x()[i],
              map.y()[i],
              cosine(vectors, i, dimension),
              i < 2 ? query.sample() : mix < 0 ? memory.samples()[i - 2] : -1,
              // Parents are places in memory, behind query and positive; -1 is the query.
              mix < 0 ? -1 : mixes.first()[mix] < 0 ? 0 : mixes.first()[mix] + 2,
              mix < 0 ? -1 : mixes.second()[mix] + 2,
              mix < 0 ? Double.NaN : mixes.shares()[mix]));
    }
    return new QueryMapFigure(title, subtitle(map, memory, mixes), spots, OptionalInt.empty());
  }

  private static Role role(Query query, int row) {
    Memory memory = query.memory();
    int mix = row - 2 - memory.size();
    if (row < 2) {
      return row == 0 ? Role.QUERY : Role.POSITIVE;
    }
    if (mix >= 0) {
      return query.mixes().first()[mix] < 0 ? Role.QUERY_MIXED : Role.MIXED;
    }
    int label = memory.labels()[row - 2];
    return label >= 0 && label == query.label() ? Role.FALSE_MEMORY : Role.MEMORY;
  }

  private static String subtitle(Projection map, Memory memory, Mixes mixes) {
    double explained =
        map.measures().stream().mapToDouble(MapMeasure::value).findFirst().orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "%d nearest keys of the queue%s; two principal components hold %.0f %% of the variance",
        memory.size(),
        mixes.size() == 0 ? "" : ", %d synthetic negatives".formatted(mixes.size()),
        100 * explained);
  }

  /// `[2 + M + S, P]`: query, positive, memory, mixes.
  private static float[] vectors(Query query, int dimension) {
    Memory memory = query.memory();
    Mixes mixes = query.mixes();
    var all = new float[(2 + memory.size() + mixes.size()) * dimension];
    System.arraycopy(query.vector(), 0, all, 0, dimension);
    System.arraycopy(query.key(), 0, all, dimension, dimension);
    System.arraycopy(memory.vectors(), 0, all, 2 * dimension, memory.vectors().length);
    for (int i = 0; i < mixes.size(); i++) {
      int into = (2 + memory.size() + i) * dimension;
      int first = mixes.first()[i] < 0 ? 0 : (2 + mixes.first()[i]) * dimension;
      int second = (2 + mixes.second()[i]) * dimension;
      mix(all, first, second, mixes.shares()[i], into, dimension);
    }
    return all;
  }

  /// A unit vector between two, as MoCHi mixes them.
  private static void mix(
      float[] all, int first, int second, double share, int into, int dimension) {
    double squares = 0;
    for (int d = 0; d < dimension; d++) {
      double value = share * all[first + d] + (1 - share) * all[second + d];
      all[into + d] = (float) value;
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    for (int d = 0; d < dimension; d++) {
      all[into + d] = (float) (all[into + d] / length);
    }
  }

  private static double cosine(float[] unitRows, int row, int dimension) {
    double sum = 0;
    for (int d = 0; d < dimension; d++) {
      sum += (double) unitRows[d] * unitRows[row * dimension + d];
    }
    return sum;
  }

  /// The maps of all recorded queries of an epoch.
  static List<QueryMapFigure> all(QuerySnapshot snapshot) {
    return snapshot.queries().stream()
        .map(query -> of("Query: image " + query.sample(), query, snapshot.dimension()))
        .toList();
  }
}
