package coretuning.analysis;

/// How many of an image's nearest neighbours in the original space are of its own class: low where
/// classes mix, and for single images that lie among another class, often a wrong label.
public final class NeighbourAgreement {
  /// Neighbours that are asked.
  public static final int DEFAULT_NEIGHBOURS = 10;

  private NeighbourAgreement() {}

  /// Share of each image's neighbours that have its label.
  ///
  /// @param features `[N, D]` row-major, of any length, N at least 2
  /// @param dimension D
  /// @param labels `[N]`
  /// @param k neighbours, at least 1; capped to N - 1
  /// @return `[N]` in [0, 1]
  /// @throws coretuning.result.Problem if a feature is not finite
  public static float[] of(float[] features, int dimension, int[] labels, int k) {
    UnitRows rows = UnitRows.of(features, dimension);
    if (labels.length != rows.count()) {
      throw new IllegalArgumentException(
          "%d rows got %d labels".formatted(rows.count(), labels.length));
    }
    NeighbourTable table =
        new NeighbourSearch(rows).all(Math.min(k, rows.count() - 1), () -> false).orElseThrow();
    var shares = new float[labels.length];
    for (int row = 0; row < shares.length; row++) {
      int same = 0;
      for (int at = row * table.k(); at < (row + 1) * table.k(); at++) {
        same += labels[table.rows()[at]] == labels[row] ? 1 : 0;
      }
      shares[row] = (float) same / table.k();
    }
    return shares;
  }
}
