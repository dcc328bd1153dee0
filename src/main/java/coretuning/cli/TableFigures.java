package coretuning.cli;

import coretuning.figure.DifferenceFigure;
import coretuning.figure.Figure;
import coretuning.figure.FigureFile;
import coretuning.figure.Panels;
import coretuning.figure.Style;
import coretuning.report.ResultTable;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The picture of a table: how far each row is from the reference, a panel a data set and rate.
///
/// @param results of the table that `spec` asks for
record TableFigures(TableSpec spec, ResultTable results) {
  private static final int WIDTH = 1600;
  private static final int DPI = 150;

  /// Pixels for title and axis, and for each row.
  private static final int HEAD = 260;

  private static final int ROW = 62;

  /// Writes `differences.png`, if there is a row to compare with the reference.
  void write(Path folder) {
    if (spec.variants().size() < 2) {
      return;
    }
    List<Figure> panels = panels();
    int height = panels.size() * (HEAD + ROW * (spec.variants().size() - 1));
    FigureFile.writePng(
        panels.size() == 1 ? panels.getFirst() : new Panels("", panels, 1),
        folder.resolve("differences.png"),
        WIDTH,
        Math.min(height, 10 * WIDTH),
        DPI,
        Style.LIGHT);
  }

  private List<Figure> panels() {
    var panels = new ArrayList<Figure>();
    for (double rate : spec.subsetRates()) {
      for (TableData data : spec.data()) {
        String title =
            "%s, %s %% of the training images"
                .formatted(data.name(), Double.toString(100 * rate).replaceAll("\\.0$", ""));
        panels.add(
            new DifferenceFigure(
                title,
                spec.reference(),
                data.metric().title() + ", percentage points",
                results.differences(data, rate)));
      }
    }
    return panels;
  }
}
