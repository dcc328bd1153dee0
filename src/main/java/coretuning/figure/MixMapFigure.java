package coretuning.figure;

import coretuning.result.Projection;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// A map on which two features are being mixed: all recorded images pale in their class's colour,
/// the images in hand and the mixes large, and the way each mix takes as lambda moves.
///
/// @param title may be empty, as may the subtitle
/// @param labels `[N]` classes of the map's points
/// @param spots drawn large above the points, in the legend's order
/// @param ways places that the mixes go through
public record MixMapFigure(
    String title,
    String subtitle,
    Projection map,
    int[] labels,
    List<Spot> spots,
    List<List<Place>> ways)
    implements Figure {
  private static final double PALE = 0.38;

  /// A place on the map.
  public record Place(double x, double y) {}

  /// An image or a mix.
  ///
  /// @param label its class; -1 for a mix, which has none of its own
  public record Spot(String name, Place place, int label, Mark mark) {}

  public MixMapFigure {
    if (map.x().length != labels.length) {
      throw new IllegalArgumentException(
          "map of %d points got %d labels".formatted(map.x().length, labels.length));
    }
    spots = List.copyOf(spots);
    ways = ways.stream().map(List::copyOf).toList();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, subtitle, canvas.lettering(), width, height);
    heading.draw(canvas);
    if (labels.length == 0) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Legend legend = Legend.beside(entries(style), canvas.lettering(), heading.body());
    legend.draw(canvas);
    Box box = legend.rest();
    canvas.stroke(box.shape(), style.grid(), 1);
    EqualScale scale = scale(box);
    double radius = Math.clamp(Math.sqrt(box.width() * box.height() / labels.length) / 9, 1.2, 3.6);
    var stamps = new Stamps(canvas, radius);
    for (int i = 0; i < labels.length; i++) {
      Color color = OkLab.mix(Palette.category(labels[i], style), style.background(), 1 - PALE);
      stamps.dot(scale.x(map.x()[i]), scale.y(map.y()[i]), color);
    }
    stamps.close();
    ways.forEach(way -> drawWay(canvas, scale, way));
    spots.forEach(spot -> drawSpot(canvas, scale, spot));
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("what", "x", "y", "class");
    for (int i = 0; i < labels.length; i++) {
      rows.add("image", map.x()[i], map.y()[i], labels[i]);
    }
    for (Spot spot : spots) {
      Object label = spot.label() < 0 ? "" : spot.label();
      rows.add(spot.name(), spot.place().x(), spot.place().y(), label);
    }
    return rows.table();
  }

  private static void drawWay(Canvas canvas, EqualScale scale, List<Place> way) {
    var path = new Path2D.Double();
    for (int i = 0; i < way.size(); i++) {
      double x = scale.x(way.get(i).x());
      double y = scale.y(way.get(i).y());
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    canvas.stroke(path, canvas.style().background(), 4);
    canvas.stroke(path, canvas.style().secondary(), 1.3);
  }

  private static void drawSpot(Canvas canvas, EqualScale scale, Spot spot) {
    var shape = spot.mark().shape(scale.x(spot.place().x()), scale.y(spot.place().y()), 7);
    canvas.stroke(shape, canvas.style().background(), 4.5);
    if (!spot.mark().isOpen()) {
      canvas.fill(shape, color(spot, canvas.style()));
    }
    canvas.stroke(shape, canvas.style().foreground(), 1.5);
  }

  private static Color color(Spot spot, Style style) {
    return spot.label() < 0 ? style.foreground() : Palette.category(spot.label(), style);
  }

  private List<Legend.Entry> entries(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (Spot spot : spots) {
      entries.add(Legend.Entry.of(spot.name(), color(spot, style), spot.mark()));
    }
    return entries;
  }

  private EqualScale scale(Box box) {
    return new EqualScale(
        box,
        with(map.x(), spots.stream().mapToDouble(spot -> spot.place().x())),
        with(map.y(), spots.stream().mapToDouble(spot -> spot.place().y())));
  }

  private static double[] with(double[] points, DoubleStream more) {
    return DoubleStream.concat(Arrays.stream(points), more).toArray();
  }
}
