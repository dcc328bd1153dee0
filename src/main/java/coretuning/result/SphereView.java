package coretuning.result;

/// Features seen on the unit circle or sphere, the picture in which contrastive papers show
/// uniformity; rows follow the embedding's.
///
/// @param coordinates `[2 or 3][N]`: x, y and on the sphere z; each point at distance 1 from the
///   origin, or at the origin where its feature has no direction
/// @param explainedShare share of the features' variance that the two or three directions carry, in
///   [0, 1]: 1 if the features have no more dimensions; NaN if nothing varies
public record SphereView(double[][] coordinates, double explainedShare) {
  public SphereView {
    if (coordinates.length != 2 && coordinates.length != 3) {
      throw new IllegalArgumentException(
          "a circle has 2 coordinates and a sphere 3, got " + coordinates.length);
    }
  }
}
