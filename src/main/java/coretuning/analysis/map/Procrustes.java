package coretuning.analysis.map;

import coretuning.result.Projection;

/// The motion of the plane that lays one map over another of the same images: rotation, possibly a
/// reflection, a shift, on request a scale, with the least sum of squared distances (Gower 1975; in
/// the plane in closed form).
///
/// A point (x, y), mirrored to (x, -y) if so, goes to scale * (cosine x - sine y, sine x + cosine
/// y) + shift.
///
/// @param cosine of the rotation
/// @param sine of the rotation
/// @param mirrored whether points are mirrored first
/// @param scale 1 if none was asked for
/// @param shiftX after rotation and scale
/// @param shiftY after rotation and scale
/// @param residual root of the mean squared distance that remains, in the target's units
public record Procrustes(
    double cosine,
    double sine,
    boolean mirrored,
    double scale,
    double shiftX,
    double shiftY,
    double residual) {

  /// Finds the best motion. A map of one place only is shifted and no more.
  ///
  /// @param moving map to be laid over the target
  /// @param target of as many points, at least 1
  /// @param scaled whether the moving map may also grow or shrink
  public static Procrustes of(Projection moving, Projection target, boolean scaled) {
    int n = moving.x().length;
    if (n == 0 || n != target.x().length) {
      throw new IllegalArgumentException(
          "maps to be aligned need the same images, got %d and %d points"
              .formatted(n, target.x().length));
    }
    Centred from = Centred.of(moving);
    Centred to = Centred.of(target);
    Turn turn = Turn.best(from, to);
    double scale = scaled && from.squares() > 0 ? turn.gain() / from.squares() : 1;
    double x0 = from.meanX();
    double y0 = turn.mirrored() ? -from.meanY() : from.meanY();
    var motion =
        new Procrustes(
            turn.cosine(),
            turn.sine(),
            turn.mirrored(),
            scale,
            to.meanX() - scale * (turn.cosine() * x0 - turn.sine() * y0),
            to.meanY() - scale * (turn.sine() * x0 + turn.cosine() * y0),
            0);
    return motion.withResidual(distance(motion.apply(moving), target));
  }

  private Procrustes withResidual(double newResidual) {
    return new Procrustes(cosine, sine, mirrored, scale, shiftX, shiftY, newResidual);
  }

  /// Root of the mean squared distance between the points of two maps.
  private static double distance(Projection a, Projection b) {
    double squares = 0;
    for (int i = 0; i < a.x().length; i++) {
      double dx = a.x()[i] - b.x()[i];
      double dy = a.y()[i] - b.y()[i];
      squares += dx * dx + dy * dy;
    }
    return Math.sqrt(squares / a.x().length);
  }

  /// Moves a map; its settings and measures stay, for distances between its points keep their
  /// order.
  public Projection apply(Projection map) {
    int n = map.x().length;
    var x = new double[n];
    var y = new double[n];
    for (int i = 0; i < n; i++) {
      double px = map.x()[i];
      double py = mirrored ? -map.y()[i] : map.y()[i];
      x[i] = scale * (cosine * px - sine * py) + shiftX;
      y[i] = scale * (sine * px + cosine * py) + shiftY;
    }
    return new Projection(
        map.method(), map.seed(), map.perplexity(), map.iterations(), x, y, map.measures());
  }

  /// A map around its mean.
  ///
  /// @param squares sum of squared distances from the mean
  private record Centred(double[] x, double[] y, double meanX, double meanY, double squares) {
    static Centred of(Projection map) {
      int n = map.x().length;
      double sumX = 0;
      double sumY = 0;
      for (int i = 0; i < n; i++) {
        sumX += map.x()[i];
        sumY += map.y()[i];
      }
      var x = new double[n];
      var y = new double[n];
      double squares = 0;
      for (int i = 0; i < n; i++) {
        x[i] = map.x()[i] - sumX / n;
        y[i] = map.y()[i] - sumY / n;
        squares += x[i] * x[i] + y[i] * y[i];
      }
      return new Centred(x, y, sumX / n, sumY / n, squares);
    }
  }

  /// A rotation around the means.
  ///
  /// @param gain sum of the dot products of turned points and their targets: what the best turn
  ///   makes largest
  private record Turn(double cosine, double sine, boolean mirrored, double gain) {
    /// Without a difference a plain rotation is taken.
    static Turn best(Centred from, Centred to) {
      Turn plain = of(from, to, false);
      Turn mirrored = of(from, to, true);
      return mirrored.gain > plain.gain ? mirrored : plain;
    }

    private static Turn of(Centred from, Centred to, boolean mirrored) {
      double dot = 0;
      double cross = 0;
      for (int i = 0; i < from.x.length; i++) {
        double y = mirrored ? -from.y[i] : from.y[i];
        dot += from.x[i] * to.x[i] + y * to.y[i];
        cross += from.x[i] * to.y[i] - y * to.x[i];
      }
      double gain = Math.hypot(dot, cross);
      return gain > 0
          ? new Turn(dot / gain, cross / gain, mirrored, gain)
          : new Turn(1, 0, mirrored, 0);
    }
  }
}
