package coretuning.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/// Measures text in a style without a drawing surface, so that layout, drawing and hit tests agree
/// at every scale. Lengths in logical pixels.
record Lettering(Style style) {
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
  private static final String ELLIPSIS = "…";

  /// The font of a text; see [Typeface].
  Font font(String text, TextRole role) {
    return Typeface.font(text, role.bold, size(role));
  }

  double size(TextRole role) {
    return style.fontSize() * role.ratio;
  }

  /// Distance between baselines.
  double lineHeight(TextRole role) {
    return size(role) * 1.35;
  }

  double width(String text, TextRole role) {
    return text.isEmpty() ? 0 : font(text, role).getStringBounds(text, METRICS).getWidth();
  }

  double widest(List<String> texts, TextRole role) {
    return texts.stream().mapToDouble(text -> width(text, role)).max().orElse(0);
  }

  /// The text, or as much of its beginning as fits with an ellipsis; empty if not even that fits.
  String fit(String text, TextRole role, double room) {
    if (width(text, role) <= room) {
      return text;
    }
    int fits = 0;
    int tooMany = text.length();
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      if (width(text.substring(0, middle).stripTrailing() + ELLIPSIS, role) <= room) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
  }

  /// Breaks at spaces; what does not fit into the last line is cut with an ellipsis.
  List<String> wrap(String text, TextRole role, double room, int mostLines) {
    var lines = new ArrayList<String>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < mostLines - 1 && width(rest, role) > room) {
      int cut = rest.length();
      while (cut > 0 && width(rest.substring(0, cut), role) > room) {
        cut = rest.lastIndexOf(' ', cut - 1);
      }
      if (cut <= 0) {
        break;
      }
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(fit(rest, role, room));
    }
    return lines;
  }
}
