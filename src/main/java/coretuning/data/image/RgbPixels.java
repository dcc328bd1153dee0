package coretuning.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/// Turns a decoded image of any pixel layout into red, green and blue bytes.
final class RgbPixels {
  private static final int WHITE = 255;

  private RgbPixels() {}

  /// Reads stored samples where they are gray or RGB, so that no colour management bends them (the
  /// JDK brightens gray pixels on their way to sRGB); asks the colour model otherwise (palettes,
  /// packed pixels). Samples of more or fewer bits are scaled to 8; transparency is laid over
  /// white.
  static Planes of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var planar = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    boolean stored = holdsSamples(image.getColorModel());
    for (int y = 0; y < height; y++) {
      if (stored) {
        storedRow(image, y, planar);
      } else {
        modelRow(image, y, planar);
      }
    }
    return new Planes(3, height, width, planar, 0);
  }

  private static boolean holdsSamples(ColorModel model) {
    int type = model.getColorSpace().getType();
    return model instanceof ComponentColorModel
        && !model.isAlphaPremultiplied()
        && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB);
  }

  private static void storedRow(BufferedImage image, int y, byte[] planar) {
    int width = image.getWidth();
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int colours = image.getColorModel().getNumColorComponents();
    boolean hasAlpha = image.getColorModel().hasAlpha();
    int[] most = mostOfBands(image.getColorModel(), bands);
    int[] samples = raster.getPixels(0, y, width, 1, (int[]) null);
    for (int x = 0; x < width; x++) {
      int at = x * bands;
      int alpha = hasAlpha ? toByte(samples[at + colours], most[colours]) : WHITE;
      for (int channel = 0; channel < 3; channel++) {
        int band = colours == 1 ? 0 : channel;
        int value = toByte(samples[at + band], most[band]);
        planar[(channel * image.getHeight() + y) * width + x] = overWhite(value, alpha);
      }
    }
  }

  private static int[] mostOfBands(ColorModel model, int bands) {
    var most = new int[bands];
    for (int band = 0; band < bands; band++) {
      most[band] = (1 << model.getComponentSize(band)) - 1;
    }
    return most;
  }

  private static void modelRow(BufferedImage image, int y, byte[] planar) {
    int width = image.getWidth();
    int[] argb = image.getRGB(0, y, width, 1, null, 0, width);
    for (int x = 0; x < width; x++) {
      int alpha = argb[x] >>> 24;
      for (int channel = 0; channel < 3; channel++) {
        int value = (argb[x] >> (16 - 8 * channel)) & 0xff;
        planar[(channel * image.getHeight() + y) * width + x] = overWhite(value, alpha);
      }
    }
  }

  private static int toByte(int sample, int most) {
    return most == WHITE ? sample : (int) ((sample * 255L + most / 2) / most);
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
  }
}
