package coretuning.figure;

import coretuning.result.CosineHistogram;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How cosines of several kinds are distributed, by the fixed bins in which a run counted them.
/// Compared by shares, for there are far more pairs of two classes than of one.
///
/// @param title may be empty
/// @param kinds in the order of their colours; one without cosines is left out
public record SimilarityFigure(String title, List<Kind> kinds) implements Figure {

  /// Cosines of one kind.
  ///
  /// @param name in the legend
  public record Kind(String name, CosineHistogram cosines) {}

  public SimilarityFigure {
    kinds = List.copyOf(kinds);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, "", canvas.lettering(), width, height);
    heading.draw(canvas);
    List<Kind> shown = kinds.stream().filter(kind -> kind.cosines().total() > 0).toList();
    if (shown.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Legend legend = Legend.above(entries(style), canvas.lettering(), heading.body());
    legend.draw(canvas);
    int first = CosineHistogram.BINS;
    int last = -1;
    double top = 0;
    for (Kind kind : shown) {
      double[] shares = shares(kind.cosines());
      for (int bin = 0; bin < shares.length; bin++) {
        if (shares[bin] > 0) {
          first = Math.min(first, bin);
          last = Math.max(last, bin);
          top = Math.max(top, shares[bin]);
        }
      }
    }
    double binWidth = CosineHistogram.edge(1) - CosineHistogram.edge(0);
    var bins = new Bins(CosineHistogram.edge(first), binWidth, last - first + 1);
    var x = new Axis("cosine", bins.start(), bins.end(), Axis.Scale.LINEAR, List.of());
    var frame = new Frame(x, Axis.fromZero("share (%)", top), canvas.lettering(), legend.rest());
    frame.drawGrid(canvas);
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).cosines().total() > 0) {
        double[] heights = Arrays.copyOfRange(shares(kinds.get(i).cosines()), first, last + 1);
        HistogramFigure.drawBars(canvas, frame, bins, heights, Palette.category(i, style));
      }
    }
    frame.drawLabels(canvas);
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("kind", "cosine from", "cosine to", "count");
    for (Kind kind : kinds) {
      long[] counts = kind.cosines().counts();
      for (int bin = 0; bin < counts.length; bin++) {
        rows.add(
            kind.name(), CosineHistogram.edge(bin), CosineHistogram.edge(bin + 1), counts[bin]);
      }
    }
    return rows.table();
  }

  private static double[] shares(CosineHistogram cosines) {
    double total = cosines.total();
    return Arrays.stream(cosines.counts()).mapToDouble(count -> 100 * count / total).toArray();
  }

  private List<Legend.Entry> entries(Style style) {
    return IntStream.range(0, kinds.size())
        .filter(i -> kinds.get(i).cosines().total() > 0)
        .mapToObj(
            i -> Legend.Entry.of(kinds.get(i).name(), Palette.category(i, style), Mark.SQUARE))
        .toList();
  }
}
