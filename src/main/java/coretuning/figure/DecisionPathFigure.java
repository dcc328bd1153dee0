package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// What classifiers say along the way from one feature to another, one panel for each model: the
/// probabilities of the classes stacked upon each other. A sharp decision boundary is a steep edge.
///
/// @param title may be empty, as may the subtitle
/// @param xLabel what the share is of
/// @param panels side by side
/// @param classNames `[K]`
/// @param marker the share in hand, in [0, 1]
public record DecisionPathFigure(
    String title,
    String subtitle,
    String xLabel,
    List<Panel> panels,
    List<String> classNames,
    OptionalDouble marker)
    implements Figure {
  /// Classes that never get more than this are drawn as one.
  private static final double LEAST = 0.04;

  /// One model.
  ///
  /// @param name of the model
  /// @param note a line below the name; may be empty
  /// @param shares `[M]` rising
  /// @param probabilities `[M][K]` rows sum to 1
  public record Panel(String name, String note, double[] shares, double[][] probabilities) {}

  public DecisionPathFigure {
    panels = List.copyOf(panels);
    classNames = List.copyOf(classNames);
    for (Panel panel : panels) {
      for (double[] row : panel.probabilities()) {
        if (row.length != classNames.size()) {
          throw new IllegalArgumentException(
              "%d class names got %d probabilities".formatted(classNames.size(), row.length));
        }
      }
    }
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, subtitle, canvas.lettering(), width, height);
    heading.draw(canvas);
    if (panels.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Legend legend = Legend.above(entries(style), canvas.lettering(), heading.body());
    legend.draw(canvas);
    double gap = 1.5 * style.fontSize();
    for (int i = 0; i < panels.size(); i++) {
      drawPanel(canvas, panels.get(i), legend.rest().cell(i, panels.size(), 0, 1, gap));
    }
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("model", "share", "class", "probability");
    for (Panel panel : panels) {
      for (int i = 0; i < panel.shares().length; i++) {
        for (int label = 0; label < classNames.size(); label++) {
          rows.add(
              panel.name(),
              panel.shares()[i],
              classNames.get(label),
              panel.probabilities()[i][label]);
        }
      }
    }
    return rows.table();
  }

  private void drawPanel(Canvas canvas, Panel panel, Box box) {
    Lettering lettering = canvas.lettering();
    double line = lettering.lineHeight(TextRole.HEADING);
    String name = lettering.fit(panel.name(), TextRole.HEADING, box.width());
    String note = lettering.fit(panel.note(), TextRole.SMALL, box.width());
    var ink = canvas.style();
    canvas.centered(
        name, box.x(), box.y() + line / 2, TextRole.HEADING, ink.foreground(), Align.LEFT);
    canvas.centered(
        note, box.x(), box.y() + 1.5 * line, TextRole.SMALL, ink.secondary(), Align.LEFT);
    var x = new Axis(xLabel, 0, 1, Axis.Scale.LINEAR, List.of());
    var y = new Axis("probability", 0, 1, Axis.Scale.LINEAR, List.of());
    var frame = new Frame(x, y, lettering, box.inset(2.2 * line, 0, 0, 0));
    frame.drawGrid(canvas);
    int points = panel.shares().length;
    var floor = new double[points];
    var rest = new double[points];
    for (int label = 0; label < classNames.size(); label++) {
      double[] heights = column(panel, label);
      if (isShown(label)) {
        drawArea(canvas, frame, panel.shares(), floor, heights, label);
      } else {
        Arrays.setAll(rest, i -> rest[i] + heights[i]);
      }
    }
    drawArea(canvas, frame, panel.shares(), floor, rest, -1);
    marker.ifPresent(share ->
        canvas.dashed(
            frame.x(share),
            frame.plot().y(),
            frame.x(share),
            frame.plot().bottom(),
            ink.foreground(),
            1.4));
    frame.drawLabels(canvas);
  }

  private static double[] column(Panel panel, int label) {
    return Arrays.stream(panel.probabilities()).mapToDouble(row -> row[label]).toArray();
  }

  /// Adds a layer on `floor`, and raises the floor by it.
  private static void drawArea(
      Canvas canvas, Frame frame, double[] shares, double[] floor, double[] heights, int label) {
    var area = new Path2D.Double();
    for (int i = 0; i < shares.length; i++) {
      double y = frame.y(Math.min(1, floor[i] + heights[i]));
      if (i == 0) {
        area.moveTo(frame.x(shares[i]), y);
      } else {
        area.lineTo(frame.x(shares[i]), y);
      }
    }
    for (int i = shares.length - 1; i >= 0; i--) {
      area.lineTo(frame.x(shares[i]), frame.y(Math.min(1, floor[i])));
      floor[i] += heights[i];
    }
    area.closePath();
    Style style = canvas.style();
    canvas.fill(
        area,
        label < 0 ? style.muted() : Palette.translucent(Palette.category(label, style), 0.82));
  }

  private boolean isShown(int label) {
    return panels.stream()
        .flatMapToDouble(panel -> Arrays.stream(column(panel, label)))
        .anyMatch(p -> p > LEAST);
  }

  private List<Legend.Entry> entries(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (int label = 0; label < classNames.size(); label++) {
      if (isShown(label)) {
        entries.add(
            Legend.Entry.of(classNames.get(label), Palette.category(label, style), Mark.SQUARE));
      }
    }
    if (entries.size() < classNames.size()) {
      entries.add(Legend.Entry.of("other classes", style.muted(), Mark.SQUARE));
    }
    return entries;
  }
}
