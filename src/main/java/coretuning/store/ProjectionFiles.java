package coretuning.store;

import coretuning.result.MapMeasure;
import coretuning.result.Problem;
import coretuning.result.Projection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Maps of embeddings: points in `epoch-020.csv`, rows as in the embedding, and how they were made
/// in `epoch-020.json`, which is written last and makes the map complete. What was measured of the
/// map lies in `epoch-020-measures.json`, which maps of older versions lack.
final class ProjectionFiles {
  private static final String POINTS = ".csv";
  private static final String SETTINGS = ".json";
  private static final String MEASURES = "-measures.json";
  private static final CsvFile CSV = new CsvFile("x", "y");
  private static final JsonFile<Settings> JSON = new JsonFile<>(Settings.class, "projection");

  private static final JsonFile<Measures> MEASURES_JSON =
      new JsonFile<>(Measures.class, "measures");

  private final EpochFiles files;

  ProjectionFiles(Path folder) {
    files = new EpochFiles(folder);
  }

  private record Settings(
      String method, long seed, double perplexity, int iterations, int points) {}

  private record Measures(List<MapMeasure> all) {}

  private record Point(double x, double y) {}

  void write(int epoch, Projection projection) {
    EpochFiles.delete(files.file(epoch, SETTINGS));
    var points = new ArrayList<Point>();
    for (int i = 0; i < projection.x().length; i++) {
      points.add(new Point(projection.x()[i], projection.y()[i]));
    }
    CSV.write(files.file(epoch, POINTS), points, point -> List.of(point.x(), point.y()));
    MEASURES_JSON.write(files.file(epoch, MEASURES), new Measures(projection.measures()));
    JSON.write(
        files.file(epoch, SETTINGS),
        new Settings(
            projection.method(),
            projection.seed(),
            projection.perplexity(),
            projection.iterations(),
            points.size()));
  }

  Optional<Projection> read(int epoch) {
    return JSON.readIfPresent(files.file(epoch, SETTINGS)).map(settings -> read(epoch, settings));
  }

  private Projection read(int epoch, Settings settings) {
    Path file = files.file(epoch, POINTS);
    List<Point> points = CSV.read(file, row -> new Point(row.real(0), row.real(1)));
    if (points.size() != settings.points()) {
      throw new Problem(
          "%d points instead of %d".formatted(points.size(), settings.points()),
          file.toString(),
          "compute the map again");
    }
    return new Projection(
        settings.method(),
        settings.seed(),
        settings.perplexity(),
        settings.iterations(),
        points.stream().mapToDouble(Point::x).toArray(),
        points.stream().mapToDouble(Point::y).toArray(),
        MEASURES_JSON
            .readIfPresent(files.file(epoch, MEASURES))
            .map(Measures::all)
            .orElse(List.of()));
  }

  void deleteAfter(int epoch) {
    files.deleteAfter(epoch, List.of(SETTINGS, MEASURES, POINTS));
  }
}
