package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.util.List;

/// Title and subtitle of a figure, at the top left, and the margin around everything.
final class Heading {
  private static final int MOST_LINES = 2;

  /// Below this height, in font sizes, title and subtitle get one line each.
  private static final double LOW = 26;

  private final List<String> title;
  private final List<String> subtitle;
  private final Box box;
  private final Box body;

  /// @param subtitle may be empty
  Heading(String title, String subtitle, Lettering lettering, double width, double height) {
    double margin = Math.clamp(0.025 * Math.min(width, height), 8, 24);
    box = new Box(0, 0, width, height).inset(margin);
    int lines = height < LOW * lettering.style().fontSize() ? 1 : MOST_LINES;
    boolean isWanted = lettering.style().surround().hasTitle();
    this.title = lettering.wrap(isWanted ? title : "", TextRole.TITLE, box.width(), lines);
    this.subtitle = lettering.wrap(isWanted ? subtitle : "", TextRole.BODY, box.width(), lines);
    double used =
        this.title.size() * lettering.lineHeight(TextRole.TITLE)
            + this.subtitle.size() * lettering.lineHeight(TextRole.BODY);
    body = box.inset(used == 0 ? 0 : used + 0.6 * lettering.style().fontSize(), 0, 0, 0);
  }

  /// What is left for the figure.
  Box body() {
    return body;
  }

  void draw(Canvas canvas) {
    Lettering lettering = canvas.lettering();
    double y = box.y();
    for (String line : title) {
      double height = lettering.lineHeight(TextRole.TITLE);
      canvas.centered(
          line, box.x(), y + height / 2, TextRole.TITLE, canvas.style().foreground(), Align.LEFT);
      y += height;
    }
    for (String line : subtitle) {
      double height = lettering.lineHeight(TextRole.BODY);
      canvas.centered(
          line, box.x(), y + height / 2, TextRole.BODY, canvas.style().secondary(), Align.LEFT);
      y += height;
    }
  }
}
