package coretuning.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// What the colours of a map's points mean.
public sealed interface Colouring {
  /// Colours of the points in a style.
  ///
  /// @return `[N]` opaque ARGB
  int[] colours(Style style);

  /// What the value of a point is called.
  String text(int row);

  /// What a table says of a point: its kind's name, or its number with every digit.
  Object value(int row);

  /// Number of points, N.
  int size();

  /// Kinds of points.
  ///
  /// @param kinds `[N]` index into `names`
  /// @param names of the kinds
  /// @param colours index of each kind's colour in the palette
  record Kinds(int[] kinds, List<String> names, List<Integer> colours) implements Colouring {
    public Kinds {
      names = List.copyOf(names);
      colours = List.copyOf(colours);
      if (colours.size() != names.size()) {
        throw new IllegalArgumentException(
            "%d kinds need as many colours, got %d".formatted(names.size(), colours.size()));
      }
      for (int kind : kinds) {
        if (kind < 0 || kind >= names.size()) {
          throw new IllegalArgumentException(
              "kind must lie in [0, %d), got %d".formatted(names.size(), kind));
        }
      }
    }

    /// Classes, in the colours that they have everywhere.
    ///
    /// @param labels `[N]` in [0, K)
    /// @param classNames `[K]`
    public static Kinds ofClasses(int[] labels, List<String> classNames) {
      return new Kinds(labels, classNames, IntStream.range(0, classNames.size()).boxed().toList());
    }

    /// Colour of a kind.
    public Color colour(int kind, Style style) {
      return Palette.category(colours.get(kind), style);
    }

    @Override
    public int[] colours(Style style) {
      int[] palette = new int[names.size()];
      Arrays.setAll(palette, kind -> colour(kind, style).getRGB());
      return Arrays.stream(kinds).map(kind -> palette[kind]).toArray();
    }

    @Override
    public String text(int row) {
      return names.get(kinds[row]);
    }

    @Override
    public Object value(int row) {
      return text(row);
    }

    @Override
    public int size() {
      return kinds.length;
    }

    /// The rows of some kinds.
    public BitSet rows(BitSet wanted) {
      var rows = new BitSet(kinds.length);
      for (int row = 0; row < kinds.length; row++) {
        rows.set(row, wanted.get(kinds[row]));
      }
      return rows;
    }
  }

  /// A number for each point, light for little and dark for much, the other way round on dark
  /// paper.
  ///
  /// @param values `[N]`; NaN where there is none, drawn grey
  /// @param range what the ends of the scale stand for
  record Amounts(float[] values, Range range) implements Colouring {
    private static final int STEPS = 256;

    /// The lightest colours would vanish on the paper: the scale begins where they show.
    private static final double FAINTEST = 0.2;

    /// Colour of a share of the scale.
    public static Color colour(double share, Style style) {
      return Palette.sequential(FAINTEST + (1 - FAINTEST) * Math.clamp(share, 0.0, 1.0), style);
    }

    @Override
    public int[] colours(Style style) {
      int[] scale = new int[STEPS];
      Arrays.setAll(scale, i -> colour(i / (STEPS - 1.0), style).getRGB());
      int[] colours = new int[values.length];
      for (int row = 0; row < colours.length; row++) {
        double share = range.share(values[row]);
        colours[row] =
            Double.isNaN(share)
                ? style.muted().getRGB()
                : scale[(int) Math.round(share * (STEPS - 1))];
      }
      return colours;
    }

    @Override
    public String text(int row) {
      return Float.isNaN(values[row]) ? "–" : Range.text(values[row]);
    }

    @Override
    public Object value(int row) {
      return values[row];
    }

    @Override
    public int size() {
      return values.length;
    }
  }
}
