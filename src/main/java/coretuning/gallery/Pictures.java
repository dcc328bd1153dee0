package coretuning.gallery;

import coretuning.figure.Picture;
import coretuning.figure.ViewPairFigure;
import coretuning.job.AugmentedViews;
import coretuning.job.Thumbnail;

/// Brings images of a data set into figures.
public final class Pictures {
  private Pictures() {}

  /// The same pixels.
  public static Picture of(Thumbnail image) {
    return new Picture(image.width(), image.height(), image.rgb());
  }

  /// An image beside two views of it.
  public static ViewPairFigure.Pair of(AugmentedViews.Pair pair) {
    return new ViewPairFigure.Pair(
        pair.sample(), of(pair.original()), of(pair.first()), of(pair.second()));
  }
}
