package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One query of contrastive pre-training on a map with its positive, the nearest keys of the queue
/// and its synthetic negatives, as in figure 1 of the MoCHi paper.
///
/// @param title may be empty, as may the subtitle
/// @param spots drawn in the order of their [Role]
/// @param chosen place in `spots` of the one that is marked, with lines to its parents
public record QueryMapFigure(String title, String subtitle, List<Spot> spots, OptionalInt chosen)
    implements Figure {
  private static final double REACH = 10;

  /// What a spot is, from what lies below to what lies on top.
  public enum Role {
    MEMORY("memory negative", Mark.DOT, 6, 2.4),
    /// By labels, for analysis only.
    FALSE_MEMORY("memory negative of the query's class", Mark.DOT, 1, 3),
    MIXED("mixed of two", Mark.TRIANGLE, 0, 3.6),
    QUERY_MIXED("mixed with the query", Mark.TRIANGLE_DOWN, 3, 3.6),
    POSITIVE("positive", Mark.DIAMOND, 2, 7.5),
    QUERY("query", Mark.STAR, 5, 9);

    private final String title;
    private final Mark mark;
    private final int colour;
    private final double radius;

    Role(String title, Mark mark, int colour, double radius) {
      this.title = title;
      this.mark = mark;
      this.colour = colour;
      this.radius = radius;
    }

    private boolean isLarge() {
      return this == POSITIVE || this == QUERY;
    }

    private Color color(Style style) {
      return Palette.category(colour, style);
    }
  }

  /// A vector on the map.
  ///
  /// @param cosine to the query, in the original space
  /// @param sample id of the image behind it; -1 where there is none: mixes, random keys
  /// @param first place in the spots of the parent that `share` is of; -1 for what is not mixed
  /// @param second place of the other parent; likewise
  /// @param share of the first parent, in [0, 1]; NaN for what is not mixed
  public record Spot(
      Role role,
      double x,
      double y,
      double cosine,
      int sample,
      int first,
      int second,
      double share) {
    /// Whether it is a synthetic negative.
    public boolean isMixed() {
      return first >= 0;
    }
  }

  public QueryMapFigure {
    spots = List.copyOf(spots);
  }

  /// The same with another spot marked.
  public QueryMapFigure choosing(OptionalInt spot) {
    return new QueryMapFigure(title, subtitle, spots, spot);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    heading(width, height, style).draw(canvas);
    if (spots.isEmpty()) {
      canvas.message(heading(width, height, style).body(), "no data");
      return;
    }
    Legend legend = legend(width, height, style);
    legend.draw(canvas);
    canvas.stroke(legend.rest().shape(), style.grid(), 1);
    EqualScale scale = scale(legend.rest());
    for (Role role : Role.values()) {
      spots.stream().filter(spot -> spot.role() == role).forEach(spot -> draw(canvas, scale, spot));
    }
    chosen.ifPresent(spot -> mark(canvas, scale, spots.get(spot)));
  }

  private Heading heading(double width, double height, Style style) {
    return new Heading(title, subtitle, new Lettering(style), width, height);
  }

  private Legend legend(double width, double height, Style style) {
    List<Legend.Entry> entries =
        Arrays.stream(Role.values())
            .filter(role -> spots.stream().anyMatch(spot -> spot.role() == role))
            .map(role -> Legend.Entry.of(role.title, role.color(style), role.mark))
            .toList();
    return Legend.above(entries, new Lettering(style), heading(width, height, style).body());
  }

  private EqualScale scale(Box box) {
    return new EqualScale(
        box,
        spots.stream().mapToDouble(Spot::x).toArray(),
        spots.stream().mapToDouble(Spot::y).toArray());
  }

  private static void draw(Canvas canvas, EqualScale scale, Spot spot) {
    Role role = spot.role();
    Shape shape = role.mark.shape(scale.x(spot.x()), scale.y(spot.y()), role.radius);
    if (role.isLarge()) {
      canvas.stroke(shape, canvas.style().background(), 4);
      canvas.fill(shape, role.color(canvas.style()));
      canvas.stroke(shape, canvas.style().foreground(), 1.2);
    } else {
      canvas.fill(shape, Palette.translucent(role.color(canvas.style()), 0.72));
    }
  }

  /// A ring around a spot, and lines to what it was mixed from.
  private void mark(Canvas canvas, EqualScale scale, Spot spot) {
    Color color = canvas.style().foreground();
    if (spot.isMixed()) {
      for (int parent : new int[] {spot.first(), spot.second()}) {
        Spot end = spots.get(parent);
        canvas.line(
            scale.x(spot.x()), scale.y(spot.y()), scale.x(end.x()), scale.y(end.y()), color, 1.2);
        ring(canvas, scale, end, color);
      }
    }
    ring(canvas, scale, spot, color);
  }

  private static void ring(Canvas canvas, EqualScale scale, Spot spot, Color color) {
    Shape ring = Mark.RING.shape(scale.x(spot.x()), scale.y(spot.y()), spot.role().radius + 3.5);
    canvas.stroke(ring, canvas.style().background(), 3.5);
    canvas.stroke(ring, color, 1.6);
  }

  /// The spot drawn nearest to a place of a drawing of that size and style, on top of others if
  /// several are as near; none if all are too far to be meant.
  ///
  /// @param x logical pixels from the left
  /// @param y logical pixels from the top
  public OptionalInt spotAt(double x, double y, double width, double height, Style style) {
    if (spots.isEmpty()) {
      return OptionalInt.empty();
    }
    EqualScale scale = scale(legend(width, height, style).rest());
    int nearest = -1;
    double least = REACH;
    for (int i : IntStream.range(0, spots.size()).toArray()) {
      Spot spot = spots.get(i);
      double distance = Math.hypot(scale.x(spot.x()) - x, scale.y(spot.y()) - y);
      boolean isAbove = nearest >= 0 && spot.role().compareTo(spots.get(nearest).role()) > 0;
      if (distance < least || (distance == least && isAbove)) {
        least = distance;
        nearest = i;
      }
    }
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }

  @Override
  public FigureTable data() {
    var rows =
        new FigureTable.Rows(
            "spot",
            "what",
            "x",
            "y",
            "cosine to the query",
            "image",
            "first parent",
            "second parent",
            "share of the first");
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      rows.add(
          i,
          spot.role().title,
          spot.x(),
          spot.y(),
          spot.cosine(),
          spot.sample() < 0 ? "" : spot.sample(),
          spot.isMixed() ? spot.first() : "",
          spot.isMixed() ? spot.second() : "",
          spot.isMixed() ? spot.share() : "");
    }
    return rows.table();
  }
}
