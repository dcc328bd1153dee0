package coretuning.ui.pairs;

import coretuning.figure.Figure;
import coretuning.figure.PairFigure;
import coretuning.figure.Picture;
import coretuning.gallery.Pictures;
import coretuning.job.Thumbnail;
import coretuning.result.HardPair;
import coretuning.spec.DataSpec;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Hard pairs as a figure: the chosen anchor's first, then those that follow it in the list. Pairs
/// of which a class was not recorded are left out: their mixed labels could not be drawn.
///
/// @param title name of the run's method
/// @param pairs in the order of the figure's rows
record PairsFigure(String title, DataSpec data, List<HardPair> pairs, Labels labels) {
  private static final int MOST_ROWS = 8;

  PairsFigure {
    pairs = pairs.stream().filter(pair -> isLabelled(pair, labels)).limit(MOST_ROWS).toList();
  }

  private static boolean isLabelled(HardPair pair, Labels labels) {
    return samples(pair).map(labels::of).allMatch(OptionalInt::isPresent);
  }

  private static Stream<Integer> samples(HardPair pair) {
    return Stream.of(
        pair.anchor(), pair.hardPositive(), pair.hardNegative(), pair.randomNegative());
  }

  /// Reads the images, then passes the figure on; nothing if there is no pair or no image.
  void read(SampleImages images, Consumer<Optional<Figure>> use) {
    if (pairs.isEmpty()) {
      use.accept(Optional.empty());
      return;
    }
    List<Integer> wanted = pairs.stream().flatMap(PairsFigure::samples).distinct().toList();
    images.prepare(
        data,
        () -> images.pictures(data, wanted, found -> use.accept(Optional.of(draw(images, found)))));
  }

  private Figure draw(SampleImages images, Map<Integer, Thumbnail> found) {
    var rows = new ArrayList<PairFigure.Row>();
    int classes = 0;
    for (HardPair pair : pairs) {
      if (samples(pair).allMatch(found::containsKey)) {
        rows.add(row(pair, found));
        classes = Math.max(classes, 1 + samples(pair).mapToInt(this::label).max().orElseThrow());
      }
    }
    return new PairFigure(title, rows, images.names(data, classes));
  }

  private PairFigure.Row row(HardPair pair, Map<Integer, Thumbnail> found) {
    return new PairFigure.Row(
        pair,
        picture(found, pair.anchor()),
        picture(found, pair.hardPositive()),
        picture(found, pair.hardNegative()),
        picture(found, pair.randomNegative()),
        label(pair.anchor()),
        label(pair.hardNegative()),
        label(pair.randomNegative()));
  }

  private int label(int sample) {
    return labels.of(sample).orElseThrow();
  }

  /// The image of a sample as figures take it.
  static Picture picture(Map<Integer, Thumbnail> found, int sample) {
    return Pictures.of(Optional.ofNullable(found.get(sample)).orElseThrow());
  }
}
