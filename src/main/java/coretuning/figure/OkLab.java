package coretuning.figure;

import java.awt.Color;

/// A colour in the OKLab space, where equal distances look about equally different (B. Ottosson, "A
/// perceptual color space for image processing", 2020; its two matrices are used here).
///
/// @param lightness 0 black to 1 white
/// @param a green (-) to red (+), about [-0.4, 0.4]
/// @param b blue (-) to yellow (+), about [-0.4, 0.4]
record OkLab(double lightness, double a, double b) {

  static OkLab of(Color color) {
    double red = linear(color.getRed() / 255.0);
    double green = linear(color.getGreen() / 255.0);
    double blue = linear(color.getBlue() / 255.0);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new OkLab(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  /// From lightness, chroma (distance from grey) and hue in degrees.
  static OkLab polar(double lightness, double chroma, double hueDegrees) {
    double hue = Math.toRadians(hueDegrees);
    return new OkLab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
  }

  /// The colour the given share of the way from one to another.
  static Color mix(Color from, Color to, double share) {
    OkLab start = of(from);
    OkLab end = of(to);
    return new OkLab(
            start.lightness + share * (end.lightness - start.lightness),
            start.a + share * (end.a - start.a),
            start.b + share * (end.b - start.b))
        .color();
  }

  double distance(OkLab other) {
    return Math.hypot(lightness - other.lightness, Math.hypot(a - other.a, b - other.b));
  }

  /// Whether a screen can show the colour.
  boolean displayable() {
    for (double channel : linearRgb()) {
      if (channel < -1e-4 || channel > 1 + 1e-4) {
        return false;
      }
    }
    return true;
  }

  /// The sRGB colour, clipped to what a screen can show.
  Color color() {
    double[] rgb = linearRgb();
    return new Color((float) gamma(rgb[0]), (float) gamma(rgb[1]), (float) gamma(rgb[2]));
  }

  private double[] linearRgb() {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double gamma(double channel) {
    double clipped = Math.clamp(channel, 0.0, 1.0);
    return clipped <= 0.0031308
        ? 12.92 * clipped
        : Math.min(1, 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055);
  }
}
