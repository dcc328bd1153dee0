package coretuning.figure;

import coretuning.result.Spread;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// Compares how tight and how far apart classes lie in several models: intra-class and inter-class
/// distance and their ratio, and below the intra-class distance of every class.
///
/// @param title may be empty
/// @param models e.g. before fine-tuning, CE-tuning, Core-tuning
/// @param classNames `[K]`
public record SpreadFigure(String title, List<Model> models, List<String> classNames)
    implements Figure {
  private static final List<String> MEASURES =
      List.of("intra-class", "inter-class", "intra / inter");

  /// What is measured of one model.
  ///
  /// @param name in the legend
  public record Model(String name, Spread spread) {}

  public SpreadFigure {
    models = List.copyOf(models);
    classNames = List.copyOf(classNames);
    for (Model model : models) {
      if (model.spread().intraPerClass().length != classNames.size()) {
        throw new IllegalArgumentException(
            "spread of %s has %d classes, there are %d names"
                .formatted(model.name(), model.spread().intraPerClass().length, classNames.size()));
      }
    }
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading =
        new Heading(
            title,
            "cosine distances in feature space; a small ratio means tight, well separated classes",
            canvas.lettering(),
            width,
            height);
    heading.draw(canvas);
    if (models.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < models.size(); i++) {
      entries.add(Legend.Entry.of(models.get(i).name(), Palette.category(i, style), Mark.SQUARE));
    }
    Legend legend = Legend.above(entries, canvas.lettering(), heading.body());
    legend.draw(canvas);
    Box rest = legend.rest();
    double gap = 1.5 * style.fontSize();
    boolean isWide = rest.width() > 1.5 * rest.height();
    double share = isWide ? 0.42 : 0.46;
    Box first =
        isWide
            ? new Box(rest.x(), rest.y(), share * rest.width() - gap, rest.height())
            : new Box(rest.x(), rest.y(), rest.width(), share * rest.height() - gap);
    Box second =
        isWide
            ? rest.inset(0, 0, 0, share * rest.width())
            : rest.inset(share * rest.height(), 0, 0, 0);
    new Bars("cosine distance", MEASURES, models.stream().map(SpreadFigure::means).toList())
        .draw(canvas, first);
    new Bars(
            "intra-class distance",
            classNames,
            models.stream().map(model -> model.spread().intraPerClass()).toList())
        .draw(canvas, second);
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("model", "measure", "class", "cosine distance");
    for (Model model : models) {
      double[] means = means(model);
      for (int i = 0; i < means.length; i++) {
        rows.add(model.name(), MEASURES.get(i), "", means[i]);
      }
      double[] intra = model.spread().intraPerClass();
      for (int k = 0; k < intra.length; k++) {
        rows.add(model.name(), MEASURES.getFirst(), classNames.get(k), intra[k]);
      }
    }
    return rows.table();
  }

  private static double[] means(Model model) {
    Spread spread = model.spread();
    return new double[] {spread.intraClass(), spread.interClass(), spread.ratio()};
  }
}
