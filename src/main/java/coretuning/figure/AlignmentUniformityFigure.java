package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The plane of Wang and Isola (2020): alignment to the right, uniformity upwards, lower is better
/// in both. Each run leaves a trail over its recorded epochs, from the ring to the full dot.
///
/// @param title may be empty
/// @param trails in the order of their colours
/// @param pairs what is near in a good alignment, for its axis, e.g. `within classes`
public record AlignmentUniformityFigure(String title, List<Trail> trails, String pairs)
    implements Figure {

  /// The way of one run.
  ///
  /// @param name in the legend
  /// @param alignment by epoch
  /// @param uniformity likewise
  public record Trail(String name, double[] alignment, double[] uniformity) {
    public Trail {
      if (alignment.length != uniformity.length) {
        throw new IllegalArgumentException(
            "%s has %d alignments and %d uniformities"
                .formatted(name, alignment.length, uniformity.length));
      }
    }

    private boolean has(int i) {
      return Double.isFinite(alignment[i]) && Double.isFinite(uniformity[i]);
    }
  }

  public AlignmentUniformityFigure {
    trails = List.copyOf(trails);
  }

  /// Trails of features with classes.
  public AlignmentUniformityFigure(String title, List<Trail> trails) {
    this(title, trails, "within classes");
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("run", "snapshot", "alignment", "uniformity");
    for (Trail trail : trails) {
      for (int i = 0; i < trail.alignment().length; i++) {
        rows.add(trail.name(), i, trail.alignment()[i], trail.uniformity()[i]);
      }
    }
    return rows.table();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading =
        new Heading(
            title,
            "lower left is better; from the ring to the dot, a small dot a recorded epoch",
            canvas.lettering(),
            width,
            height);
    heading.draw(canvas);
    double[] x = all(Trail::alignment);
    double[] y = all(Trail::uniformity);
    if (x.length == 0 || y.length == 0) {
      canvas.message(heading.body(), "no data");
      return;
    }
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < trails.size(); i++) {
      entries.add(Legend.Entry.of(trails.get(i).name(), Palette.category(i, style), Mark.DOT));
    }
    Legend legend = Legend.above(entries, canvas.lettering(), heading.body());
    legend.draw(canvas);
    var frame =
        new Frame(
            axis("alignment: mean squared distance " + pairs, x),
            axis("uniformity", y),
            canvas.lettering(),
            legend.rest());
    frame.drawGrid(canvas);
    for (int i = 0; i < trails.size(); i++) {
      drawTrail(canvas, frame, trails.get(i), Palette.category(i, style));
    }
    frame.drawLabels(canvas);
  }

  private double[] all(Function<Trail, double[]> values) {
    return trails.stream()
        .flatMapToDouble(each -> Arrays.stream(values.apply(each)))
        .filter(Double::isFinite)
        .toArray();
  }

  private static Axis axis(String label, double[] values) {
    return Axis.around(
        label,
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow(),
        Axis.Scale.LINEAR);
  }

  private static void drawTrail(Canvas canvas, Frame frame, Trail trail, Color color) {
    var path = new Path2D.Double();
    int first = -1;
    int last = -1;
    for (int i = 0; i < trail.alignment().length; i++) {
      if (trail.has(i)) {
        double x = frame.x(trail.alignment()[i]);
        double y = frame.y(trail.uniformity()[i]);
        if (first < 0) {
          first = i;
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
          canvas.fill(Mark.DOT.shape(x, y, 2.6), color);
        }
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    canvas.stroke(path, Palette.translucent(color, 0.6), 1.8);
    mark(canvas, frame, trail, last, Mark.DOT, 5.5, color);
    mark(canvas, frame, trail, first, Mark.RING, 5.5, color);
  }

  private static void mark(
      Canvas canvas, Frame frame, Trail trail, int at, Mark mark, double radius, Color color) {
    var shape = mark.shape(frame.x(trail.alignment()[at]), frame.y(trail.uniformity()[at]), radius);
    if (mark.isOpen()) {
      canvas.fill(shape, canvas.style().background());
      canvas.stroke(shape, color, 2);
    } else {
      canvas.fill(shape, color);
    }
  }
}
