package coretuning.figure;

import coretuning.figure.Canvas.Align;
import coretuning.result.HardPair;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/// The hard pairs of some anchors, one row each: the images mined, and the two synthetic features
/// with their mixing factor and mixed label (Eq 3 and 4 of the Core-tuning paper).
///
/// @param title may be empty
/// @param rows one for each anchor, in the order shown
/// @param classNames `[K]`
public record PairFigure(String title, List<Row> rows, List<String> classNames) implements Figure {
  private static final List<String> PICTURE_HEADS =
      List.of("anchor", "hardest positive", "hardest negative", "random negative");
  private static final double MOST_PICTURE = 160;

  /// What is shown for one anchor.
  ///
  /// @param anchorClass in [0, K); also the class of the positive
  /// @param negativeClass in [0, K)
  /// @param randomClass in [0, K)
  public record Row(
      HardPair pair,
      Picture anchor,
      Picture hardPositive,
      Picture hardNegative,
      Picture randomNegative,
      int anchorClass,
      int negativeClass,
      int randomClass) {}

  public PairFigure {
    rows = List.copyOf(rows);
    classNames = List.copyOf(classNames);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading =
        new Heading(
            title,
            "z+ = λ · hardest positive + (1 − λ) · hardest negative;   "
                + "z− = (1 − λ) · anchor + λ · random negative",
            canvas.lettering(),
            width,
            height);
    heading.draw(canvas);
    Box body = heading.body();
    if (rows.isEmpty()) {
      canvas.message(body, "no data");
      return;
    }
    Lettering lettering = canvas.lettering();
    double headHeight = 2 * lettering.lineHeight(TextRole.HEADING) + 4;
    double captions = 2 * lettering.lineHeight(TextRole.SMALL) + 8;
    double available = body.height() - headHeight;
    double least = captions + 3 * style.fontSize();
    int shown = Math.clamp((int) (available / least), 1, rows.size());
    double footer = shown < rows.size() ? lettering.lineHeight(TextRole.BODY) : 0;
    shown = Math.clamp((int) ((available - footer) / least), 1, rows.size());
    double rowHeight = Math.min((available - footer) / shown, MOST_PICTURE + captions);
    double pictureWidth = Math.min(body.width() * 0.145, Math.max(rowHeight - captions, 74) + 16);
    drawHeads(canvas, body, pictureWidth, headHeight);
    for (int i = 0; i < shown; i++) {
      Box line = new Box(body.x(), body.y() + headHeight + i * rowHeight, body.width(), rowHeight);
      drawRow(canvas, rows.get(i), line, pictureWidth, captions);
    }
    if (shown < rows.size()) {
      canvas.centered(
          "+ %d more".formatted(rows.size() - shown),
          body.x(),
          body.bottom() - footer / 2,
          TextRole.BODY,
          style.secondary(),
          Align.LEFT);
    }
  }

  @Override
  public FigureTable data() {
    var table =
        new FigureTable.Rows(
            "step",
            "anchor",
            "anchor class",
            "hardest positive",
            "cosine to hardest positive",
            "hardest negative",
            "hardest negative class",
            "cosine to hardest negative",
            "random negative",
            "random negative class",
            "cosine to random negative",
            "lambda of z+",
            "lambda of z-");
    for (Row row : rows) {
      HardPair pair = row.pair();
      table.add(
          pair.step(),
          pair.anchor(),
          classNames.get(row.anchorClass()),
          pair.hardPositive(),
          pair.cosinePositive(),
          pair.hardNegative(),
          classNames.get(row.negativeClass()),
          pair.cosineNegative(),
          pair.randomNegative(),
          classNames.get(row.randomClass()),
          pair.cosineRandom(),
          pair.lambdaPositive(),
          pair.lambdaNegative());
    }
    return table.table();
  }

  private static void drawHeads(Canvas canvas, Box body, double pictureWidth, double height) {
    Color ink = canvas.style().foreground();
    double line = canvas.lettering().lineHeight(TextRole.HEADING);
    double bottom = body.y() + height - 4 - line / 2;
    for (int i = 0; i < PICTURE_HEADS.size(); i++) {
      List<String> lines = headLines(canvas.lettering(), PICTURE_HEADS.get(i), pictureWidth);
      double x = body.x() + (i + 0.5) * pictureWidth;
      for (int k = 0; k < lines.size(); k++) {
        double y = bottom - (lines.size() - 1 - k) * line;
        canvas.centered(lines.get(k), x, y, TextRole.HEADING, ink, Align.CENTER);
      }
    }
    Box bars = barsOf(body, pictureWidth);
    canvas.centered("mixed label", bars.x(), bottom, TextRole.HEADING, ink, Align.LEFT);
  }

  private static List<String> headLines(Lettering lettering, String head, double pictureWidth) {
    return lettering.wrap(head, TextRole.HEADING, pictureWidth - 6, 2);
  }

  private static Box barsOf(Box line, double pictureWidth) {
    double left = 4 * pictureWidth + 14;
    return new Box(line.x() + left, line.y(), line.width() - left, line.height());
  }

  private void drawRow(Canvas canvas, Row row, Box line, double pictureWidth, double captions) {
    HardPair pair = row.pair();
    Picture[] pictures = {
      row.anchor(), row.hardPositive(), row.hardNegative(), row.randomNegative()
    };
    int[] classes = {row.anchorClass(), row.anchorClass(), row.negativeClass(), row.randomClass()};
    double[] cosines = {
      Double.NaN, pair.cosinePositive(), pair.cosineNegative(), pair.cosineRandom()
    };
    for (int i = 0; i < pictures.length; i++) {
      Box cell =
          new Box(line.x() + i * pictureWidth, line.y(), pictureWidth, line.height())
              .inset(2, 4, 2, 4);
      pictures[i].draw(canvas, cell.inset(0, 0, captions - 4, 0));
      String second = i == 0 ? "#" + pair.anchor() : "cos " + Numbers.fixed(cosines[i], 2);
      drawCaption(canvas, cell, classNames.get(classes[i]), second);
    }
    Box bars = barsOf(line, pictureWidth).inset(2, 0, 2, 0);
    double lineHeight = canvas.lettering().lineHeight(TextRole.SMALL);
    double block = Math.min(bars.height() / 2, 3.4 * lineHeight);
    double top = bars.centerY() - block;
    drawMix(
        canvas,
        "z+",
        new Box(bars.x(), top, bars.width(), block),
        pair.lambdaPositive(),
        row.anchorClass(),
        row.negativeClass());
    drawMix(
        canvas,
        "z−",
        new Box(bars.x(), top + block, bars.width(), block),
        pair.lambdaNegative(),
        row.randomClass(),
        row.anchorClass());
  }

  private static void drawCaption(Canvas canvas, Box cell, String first, String second) {
    Lettering lettering = canvas.lettering();
    double line = lettering.lineHeight(TextRole.SMALL);
    canvas.centered(
        lettering.fit(first, TextRole.SMALL, cell.width()),
        cell.centerX(),
        cell.bottom() - 1.5 * line,
        TextRole.SMALL,
        canvas.style().foreground(),
        Align.CENTER);
    canvas.centered(
        lettering.fit(second, TextRole.SMALL, cell.width()),
        cell.centerX(),
        cell.bottom() - 0.5 * line,
        TextRole.SMALL,
        canvas.style().secondary(),
        Align.CENTER);
  }

  /// The mixed label as a bar of length 1: a share lambda of one class, the rest of another.
  private void drawMix(
      Canvas canvas, String name, Box box, double lambda, int lambdaClass, int restClass) {
    Lettering lettering = canvas.lettering();
    Style style = canvas.style();
    double line = lettering.lineHeight(TextRole.SMALL);
    double barHeight = Math.min(1.4 * line, box.height() - line - 4);
    double nameWidth = lettering.width("λ 0.00", TextRole.SMALL) + 0.8 * style.fontSize();
    double top = box.centerY() - (barHeight + line) / 2;
    double middle = top + barHeight / 2;
    canvas.centered(
        name, box.x(), middle - line / 2, TextRole.HEADING, style.foreground(), Align.LEFT);
    canvas.centered(
        "λ " + Numbers.fixed(lambda, 2),
        box.x(),
        middle + line / 2,
        TextRole.SMALL,
        style.secondary(),
        Align.LEFT);
    Box bar = new Box(box.x() + nameWidth, top, box.width() - nameWidth, barHeight);
    double cut = bar.width() * (Double.isFinite(lambda) ? Math.clamp(lambda, 0, 1) : 0);
    Box first = new Box(bar.x(), bar.y(), cut, barHeight);
    Box second = new Box(bar.x() + cut, bar.y(), bar.width() - cut, barHeight);
    fillSegment(canvas, first, lambdaClass);
    fillSegment(canvas, second, restClass);
    String firstText = classNames.get(lambdaClass) + " " + Numbers.fixed(lambda, 2);
    String secondText = classNames.get(restClass) + " " + Numbers.fixed(1 - lambda, 2);
    boolean firstFits = fits(lettering, firstText, first);
    boolean secondFits = fits(lettering, secondText, second);
    double below = firstFits || secondFits ? bar.width() : 0.48 * bar.width();
    if (firstFits) {
      writeInside(canvas, firstText, first, lambdaClass);
    } else {
      writeBelow(canvas, firstText, bar, below, Align.LEFT);
    }
    if (secondFits) {
      writeInside(canvas, secondText, second, restClass);
    } else {
      writeBelow(canvas, secondText, bar, below, Align.RIGHT);
    }
  }

  private static boolean fits(Lettering lettering, String text, Box box) {
    return lettering.width(text, TextRole.SMALL) <= box.width() - 6;
  }

  private static void fillSegment(Canvas canvas, Box box, int classIndex) {
    canvas.fill(box.shape(), Palette.category(classIndex, canvas.style()));
  }

  private static void writeInside(Canvas canvas, String text, Box box, int classIndex) {
    Color ink = Palette.textOn(Palette.category(classIndex, canvas.style()));
    canvas.centered(text, box.centerX(), box.centerY(), TextRole.SMALL, ink, Align.CENTER);
  }

  private static void writeBelow(Canvas canvas, String text, Box bar, double room, Align align) {
    Lettering lettering = canvas.lettering();
    canvas.centered(
        lettering.fit(text, TextRole.SMALL, room),
        align == Align.LEFT ? bar.x() : bar.right(),
        bar.bottom() + 0.5 * lettering.lineHeight(TextRole.SMALL),
        TextRole.SMALL,
        canvas.style().secondary(),
        align);
  }
}
