package coretuning.gallery;

import coretuning.analysis.ClassCentres;
import coretuning.figure.CentreDistanceFigure;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.RidgeFigure;
import coretuning.figure.SpreadFigure;
import coretuning.result.Embedding;
import coretuning.result.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// How classes lie in several feature spaces, measured in the original space when a figure is asked
/// for. Figures of single images show those sides that recorded the same images as the first.
///
/// @param sides at least one
/// @param classNames `[K]`
public record SpreadFigures(List<Side> sides, List<String> classNames) {
  /// A model at a moment.
  ///
  /// @param name in legends
  public record Side(String name, Snapshot snapshot) {
    private ClassCentres centres(int classes) {
      Embedding embedding = snapshot.embedding();
      return ClassCentres.of(
          embedding.features(), embedding.dimension(), embedding.labels(), classes);
    }
  }

  public SpreadFigures {
    sides = List.copyOf(sides);
    classNames = List.copyOf(classNames);
    if (sides.isEmpty()) {
      throw new IllegalArgumentException("a figure of spread needs at least one side");
    }
  }

  /// Distances of images to the centre of their class, class by class.
  ///
  /// @param images what they are, in the label of the axis
  public Figure ownCentre(String title, String images) {
    return ridges(
        title, "cosine distance%s to own class centre".formatted(images), ClassCentres::toOwn);
  }

  /// Distances of images to the nearest centre of another class.
  public Figure nearestOther(String title) {
    return ridges(
        title, "cosine distance to the nearest other class centre", ClassCentres::toNearestOther);
  }

  private Figure ridges(String title, String xLabel, Function<ClassCentres, double[]> distances) {
    int[] labels = sides.getFirst().snapshot().embedding().labels();
    List<RidgeFigure.Model> models =
        sides.stream()
            .filter(each -> Arrays.equals(each.snapshot().embedding().labels(), labels))
            .map(each ->
                new RidgeFigure.Model(
                    each.name(), distances.apply(each.centres(classNames.size()))))
            .toList();
    return new RidgeFigure(title, xLabel, models, labels, classNames);
  }

  /// Distances between class centres, a map a side, all on one scale.
  ///
  /// @param mostColumns maps beside each other at most
  public Figure centres(String title, int mostColumns) {
    List<double[][]> maps =
        sides.stream().map(each -> each.centres(classNames.size()).between()).toList();
    double most = CentreDistanceFigure.largest(maps);
    var panels = new ArrayList<Figure>();
    for (int i = 0; i < maps.size(); i++) {
      panels.add(new CentreDistanceFigure(sides.get(i).name(), maps.get(i), classNames, most));
    }
    return new Panels(title, panels, Math.min(mostColumns, panels.size()));
  }

  /// Means, and the intra-class distance of each class.
  public Figure means(String title) {
    return new SpreadFigure(
        title,
        sides.stream()
            .map(each -> new SpreadFigure.Model(each.name(), each.snapshot().spread()))
            .toList(),
        classNames);
  }
}
