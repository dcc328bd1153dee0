package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Graphics2D;
import java.util.List;

/// Images beside two augmented views of each: what contrastive pre-training calls alike.
///
/// @param title may be empty, as may the subtitle
/// @param pairs row by row
public record ViewPairFigure(String title, String subtitle, List<Pair> pairs) implements Figure {
  private static final double USUAL_SIDE = 84;
  private static final int PICTURES = 3;

  /// An image and two of its views.
  ///
  /// @param sample its id in the data set
  public record Pair(int sample, Picture original, Picture first, Picture second) {}

  public ViewPairFigure {
    pairs = List.copyOf(pairs);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, subtitle, canvas.lettering(), width, height);
    heading.draw(canvas);
    if (pairs.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Box body = heading.body();
    int columns = Math.max(1, (int) Math.round(body.width() / (PICTURES * USUAL_SIDE + 24)));
    int rows = Math.max(1, (int) (body.height() / USUAL_SIDE));
    rows = Math.min(rows, (pairs.size() + columns - 1) / columns);
    for (int i = 0; i < Math.min(pairs.size(), rows * columns); i++) {
      draw(canvas, body.cell(i % columns, columns, i / columns, rows, 16), pairs.get(i));
    }
  }

  private static void draw(Canvas canvas, Box cell, Pair pair) {
    double caption = canvas.lettering().lineHeight(TextRole.SMALL);
    double gap = 4;
    double side =
        Math.min((cell.width() - (PICTURES - 1) * gap) / PICTURES, cell.height() - caption);
    List<Picture> pictures = List.of(pair.original(), pair.first(), pair.second());
    List<String> names = List.of("#" + pair.sample(), "view 1", "view 2");
    if (side < 4) {
      return;
    }
    for (int i = 0; i < PICTURES; i++) {
      var box = new Box(cell.x() + i * (side + gap), cell.y(), side, side);
      pictures.get(i).draw(canvas, box);
      String name = canvas.lettering().fit(names.get(i), TextRole.SMALL, side);
      canvas.centered(
          name,
          box.centerX(),
          box.bottom() + caption / 2,
          TextRole.SMALL,
          canvas.style().secondary(),
          Align.CENTER);
    }
  }

  /// The images' ids: what is drawn are pictures.
  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("image");
    pairs.forEach(pair -> rows.add(pair.sample()));
    return rows.table();
  }
}
