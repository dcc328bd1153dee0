package coretuning.ui.compare;

import coretuning.result.SphereView;

/// From where a sphere is seen: turned about its upright axis, then tipped towards the viewer.
///
/// @param yaw radians about the upright axis
/// @param pitch radians about the axis to the right, in [-pi/2, pi/2]
record Turn(double yaw, double pitch) {
  /// A little from above and from the side, so that all three axes can be told apart.
  static final Turn START = new Turn(0.5, 0.35);

  Turn {
    pitch = Math.clamp(pitch, -Math.PI / 2, Math.PI / 2);
  }

  /// Turned further.
  Turn by(double moreYaw, double morePitch) {
    return new Turn(yaw + moreYaw, pitch + morePitch);
  }

  /// Points as they are seen: `[3][N]` right, up and towards the viewer.
  double[][] seen(SphereView sphere) {
    double[] x = sphere.coordinates()[0];
    double[] y = sphere.coordinates()[1];
    double[] z = sphere.coordinates()[2];
    var seen = new double[3][x.length];
    double cosYaw = Math.cos(yaw);
    double sinYaw = Math.sin(yaw);
    double cosPitch = Math.cos(pitch);
    double sinPitch = Math.sin(pitch);
    for (int i = 0; i < x.length; i++) {
      double front = cosYaw * z[i] - sinYaw * x[i];
      seen[0][i] = cosYaw * x[i] + sinYaw * z[i];
      seen[1][i] = cosPitch * y[i] - sinPitch * front;
      seen[2][i] = sinPitch * y[i] + cosPitch * front;
    }
    return seen;
  }
}
