package coretuning.figure;

import coretuning.result.FocalCourse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/// Focal weights over epochs, for drawing.
final class FocalExamples {
  static final List<Integer> EPOCHS = List.of(10, 20, 30, 40, 50, 60, 80, 100);

  private FocalExamples() {}

  /// Courses of which some miss epochs.
  static List<FocalCourse> courses(int anchors, int classes) {
    var random = new Random(anchors);
    var courses = new ArrayList<FocalCourse>();
    for (int sample = 0; sample < anchors; sample++) {
      double level = 0.2 + 0.7 * random.nextDouble();
      double[] weights = new double[EPOCHS.size()];
      for (int i = 0; i < weights.length; i++) {
        boolean isAbsent = i > 0 && random.nextInt(8) == 0;
        weights[i] =
            isAbsent
                ? Double.NaN
                : Math.clamp(level * Math.exp(-i / 12.0) + 0.05 * random.nextGaussian(), 0, 1);
      }
      courses.add(new FocalCourse(sample, sample % classes, weights, random.nextInt(8)));
    }
    return courses;
  }

  static FocalHeatFigure heatMap(int anchors, List<String> classNames, boolean isByClass) {
    Comparator<FocalCourse> byMean = Comparator.comparingDouble(FocalCourse::mean).reversed();
    List<FocalCourse> sorted =
        courses(anchors, classNames.size()).stream()
            .sorted(
                isByClass
                    ? Comparator.comparingInt(FocalCourse::label).thenComparing(byMean)
                    : byMean)
            .toList();
    return new FocalHeatFigure(
        "Focal weights of Core-tuning",
        EPOCHS,
        new FocalHeatFigure.Rows(
            sorted, isByClass ? "class by class" : "largest mean weight first", isByClass),
        classNames,
        OptionalInt.of(anchors / 3));
  }

  static QuantileRowsFigure byClass(List<String> names) {
    List<FocalCourse> courses = courses(40 * names.size(), names.size());
    double[] x = EPOCHS.stream().mapToDouble(Integer::doubleValue).toArray();
    var kinds = new ArrayList<QuantileFigure.Kind>();
    for (int label = 0; label < names.size(); label++) {
      int own = label;
      List<double[]> values =
          IntStream.range(0, x.length)
              .mapToObj(i ->
                  courses.stream()
                      .filter(each -> each.label() == own)
                      .mapToDouble(each -> each.weight(i))
                      .toArray())
              .toList();
      kinds.add(new QuantileFigure.Kind(names.get(label), x, values));
    }
    return new QuantileRowsFigure("Focal weights by class", "epoch", "focal weight", kinds);
  }
}
